import Foundation
import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// One case whose values PyTorch 2.13.0 computed in float64; `conformance.json` holds 105 of them.
/// Inputs are multiples of 1/16, so that they are exact.
struct ConformanceCase: Decodable, Sendable, CustomStringConvertible {
  struct Array: Decodable, Sendable {
    let shape: [Int]
    let data: [Double]
  }

  let op: String
  let options: [String: String]
  let window: String?
  let inputs: [String: Array]
  let expect: [String: Array]

  private struct Document: Decodable {
    let cases: [ConformanceCase]
  }

  static let all: [ConformanceCase] = {
    guard let url = Bundle.module.url(forResource: "conformance", withExtension: "json"),
      let data = try? Data(contentsOf: url),
      let document = try? JSONDecoder().decode(Document.self, from: data)
    else { return [] }
    return document.cases
  }()

  static func of(_ op: String) -> [ConformanceCase] { all.filter { $0.op == op } }

  func input(_ name: String) throws -> Tensor? {
    try inputs[name].map { try Tensor($0.data, Shape($0.shape)) }
  }

  func expected(_ name: String) throws -> Tensor? {
    try expect[name].map { try Tensor($0.data, Shape($0.shape)) }
  }

  func extent(_ option: String) -> Extent? { options[option].flatMap(Extent.init(spelled:)) }

  var padding: Padding {
    let numbers = (options["pad"] ?? "0").split(separator: "x").compactMap { Int($0) }
    return switch numbers.count {
    case 1: .all(numbers[0])
    case 2: .explicit(PaddingSides(rows: numbers[0], columns: numbers[1]))
    default:
      .explicit(
        PaddingSides(top: numbers[0], left: numbers[1], bottom: numbers[2], right: numbers[3]))
    }
  }

  /// Input, kernel and upstream gradient.
  func operands() throws -> (x: Tensor, k: Tensor, u: Tensor) {
    try (#require(try input("x")), #require(try input("k")), #require(try input("u")))
  }

  var convolutionOptions: ConvolutionOptions {
    ConvolutionOptions(
      stride: extent("stride") ?? Extent(1), padding: padding,
      dilation: extent("dilation") ?? Extent(1),
      groups: options["groups"].flatMap { Int($0) } ?? 1)
  }

  var transposedOptions: TransposedConvolutionOptions {
    TransposedConvolutionOptions(
      stride: extent("stride") ?? Extent(1), padding: padding,
      outputPadding: extent("output_pad") ?? Extent(0),
      dilation: extent("dilation") ?? Extent(1),
      groups: options["groups"].flatMap { Int($0) } ?? 1)
  }

  var poolOptions: PoolOptions? {
    options["kind"].flatMap(PoolKind.init).map { kind in
      PoolOptions(
        kind: kind, stride: extent("stride"), padding: padding,
        dilation: extent("dilation") ?? Extent(1), roundsUp: options["ceil"] == "true",
        countsPadding: options["count_pad"] != "false")
    }
  }

  var description: String {
    let shapes = inputs.filter { $0.key != "u" }.sorted { $0.key > $1.key }.map {
      "\($0.key) \(Shape.spelled($0.value.shape))"
    }
    let options = options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ([op, window].compactMap { $0 } + shapes + options).joined(separator: " ")
  }
}

extension Extent {
  init?(spelled text: String) {
    let numbers = text.split(separator: "x").compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last else { return nil }
    self.init(rows: first, columns: last)
  }
}
