import Foundation
import Provenance
import Tensors
import Testing
import Windows

/// The gradients that PyTorch 2.13.0 computed in float64: the fixture of the convolution's own tests,
/// read where it lies.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Array: Decodable, Sendable {
    let shape: [Int]
    let data: [Double]
    var node: Node { Node(ProvenanceTests.tensor(data, shape)) }
  }

  let op: String
  let options: [String: String]
  let window: String?
  let inputs: [String: Array]
  let expect: [String: Array]

  private struct Document: Decodable {
    let cases: [ConformanceCase]
  }

  static let all: [ConformanceCase] = fixture {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "ConvolutionTests/conformance.json")
    return try JSONDecoder().decode(Document.self, from: Data(contentsOf: file)).cases
  }

  static func of(_ op: String) -> [ConformanceCase] { all.filter { $0.op == op } }

  func extent(_ option: String) -> Extent? { (options[option]).flatMap(Self.extent) }

  var kernel: Extent? { window.flatMap(Self.extent) }

  private static func extent(_ text: String) -> Extent? {
    let numbers = text.split(separator: "x").compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last else { return nil }
    return Extent(rows: first, columns: last)
  }

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

  var testDescription: String {
    let shapes = inputs.sorted { $0.key > $1.key }.map {
      "\($0.key) \(Shape.spelled($0.value.shape))"
    }
    let options = options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ([op, window].compactMap { $0 } + shapes + options).joined(separator: " ")
  }
}
