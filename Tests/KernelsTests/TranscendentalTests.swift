import Foundation
import Testing

@testable import Kernels

/// The stated errors: those of all `f32` numbers and of many `f64` ones were measured; here a dense
/// sample is.
@Suite struct TranscendentalTests {
  static let functions: [UnaryFunction] = [.exp, .log, .tanh, .sigmoid, .sqrt]

  /// The largest error in ulp. A processor without a fused multiply-add rounds more often.
  static func bound(_ function: UnaryFunction) -> Double {
    switch function {
    case .sqrt: 0.5
    case .sigmoid: 2.5
    default: VectorLevel.hasFusedMultiplyAdd ? 1 : 1.25
    }
  }

  static func exact(_ function: UnaryFunction, _ x: Double) -> Double {
    switch function {
    case .sigmoid:
      x < 0 ? Foundation.exp(x) / (1 + Foundation.exp(x)) : 1 / (1 + Foundation.exp(-x))
    default: ElementwiseTests.plain(function, x)
    }
  }

  static func values<S: Scalar>(_ function: UnaryFunction, of x: [S]) throws -> [S] {
    let (input, output) = (Storage(x), Storage(S.elementType, count: x.count))
    try Elementwise.apply(
      function, to: ElementwiseTests.vector(input, count: x.count),
      into: ElementwiseTests.vector(output, count: x.count))
    return output.withSpan(of: S.self) { cells in cells.indices.map { cells[$0] } }
  }

  /// Whether one is zero, infinite or NaN: where an error in ulp says nothing.
  static func areSpecial<S: Scalar>(_ value: S, _ exact: S) -> Bool {
    !value.isFinite || !exact.isFinite || value == 0 || exact == 0
  }

  static func agree<S: Scalar>(_ value: S, _ exact: S) -> Bool {
    value == exact && value.sign == exact.sign || value.isNaN && exact.isNaN
      || value.isFinite && exact.isFinite && (value - exact).magnitude <= .leastNonzeroMagnitude
  }

  @Test("every 2,039th f32 number's function is within the stated error", arguments: functions)
  func single(_ function: UnaryFunction) throws {
    let x = stride(from: UInt32(0), to: .max - 2039, by: 2039).map(Float.init(bitPattern:))
    let bound = Self.bound(function)
    var worst = (error: 0.0, at: Float(0))
    for (x, value) in zip(x, try Self.values(function, of: x)) {
      let exact = Self.exact(function, Double(x))
      if Self.areSpecial(value, Float(exact)) {
        if !Self.agree(value, Float(exact)) { Issue.record("\(function) \(x): \(value)") }
        continue
      }
      let ulp = Swift.max(0x1p-149, exact.magnitude.binade * 0x1p-23)
      let error = (Double(value) - exact).magnitude / ulp
      if error > worst.error { worst = (error, x) }
    }
    #expect(worst.error <= bound, "\(function) at \(worst.at)")
  }

  /// Numbers of all sizes, around the bounds of the ranges that are computed in different ways, and
  /// between.
  static func samples(_ count: Int) -> [Double] {
    var random = SystemRandomNumberGenerator.Seeded(7)
    return (0..<count).map { place in
      let unit = Double.random(in: -1...1, using: &random)
      return switch place % 7 {
      case 0: Double(bitPattern: random.next())
      case 1: unit * 2
      case 2: unit * 25
      case 3: unit * 750
      case 4: (1 + unit * 0.01) * (place % 2 == 0 ? 1 : -1)
      case 5: Foundation.exp(unit * 40)
      default: Double(Int(unit * 2150)) * 0.34657359027997264 * (1 + unit * 1e-9)
      }
    }
  }

  @Test("a million f64 numbers' functions are within the stated error", arguments: functions)
  func double(_ function: UnaryFunction) throws {
    let x = Self.samples(1_000_003)
    // The library's own result is up to an ulp off, its logistic function two.
    let bound = Self.bound(function) + (function == .sqrt ? 0 : function == .sigmoid ? 2 : 1)
    var worst = (error: 0.0, at: 0.0)
    for (x, value) in zip(x, try Self.values(function, of: x)) {
      let exact = Self.exact(function, x)
      if Self.areSpecial(value, exact) {
        if !Self.agree(value, exact) { Issue.record("\(function) \(x): \(value)") }
        continue
      }
      let ulp = Swift.max(.leastNonzeroMagnitude, exact.magnitude.binade * 0x1p-52)
      let error = (value - exact).magnitude / ulp
      if error > worst.error { worst = (error, x) }
    }
    #expect(worst.error <= bound, "\(function) at \(worst.at)")
  }

  static let specials: [(UnaryFunction, Double, Double)] = [
    (.exp, 0, 1), (.exp, -0.0, 1), (.exp, .infinity, .infinity), (.exp, -.infinity, 0),
    (.exp, .nan, .nan), (.exp, 1000, .infinity), (.exp, -1000, 0),
    (.log, 0, -.infinity), (.log, -0.0, -.infinity), (.log, 1, 0), (.log, .infinity, .infinity),
    (.log, -1, .nan), (.log, -.infinity, .nan), (.log, .nan, .nan),
    (.tanh, 0, 0), (.tanh, -0.0, -0.0), (.tanh, .infinity, 1), (.tanh, -.infinity, -1),
    (.tanh, 1000, 1), (.tanh, .nan, .nan), (.tanh, 1e-40, 1e-40), (.tanh, -1e-40, -1e-40),
    (.sigmoid, 0, 0.5), (.sigmoid, .infinity, 1), (.sigmoid, -.infinity, 0), (.sigmoid, .nan, .nan),
    (.sigmoid, 1000, 1), (.sigmoid, -1000, 0),
    (.sqrt, -0.0, -0.0), (.sqrt, .infinity, .infinity), (.sqrt, -1, .nan), (.sqrt, .nan, .nan),
  ]

  @Test("special values", arguments: specials, ElementType.allCases)
  func special(_ special: (UnaryFunction, Double, Double), _ type: ElementType) throws {
    let (function, x, expected) = special
    if type == .f32 {
      let value = try Self.values(function, of: [Float(x)])[0]
      let wanted = Float(expected)
      #expect(value.isNaN && wanted.isNaN || value == wanted && value.sign == wanted.sign)
    } else {
      let value = try Self.values(function, of: [x])[0]
      #expect(value.isNaN && expected.isNaN || value == expected && value.sign == expected.sign)
    }
  }

  @Test("a number's function does not depend on where it lies", arguments: functions)
  func lanes(_ function: UnaryFunction) throws {
    let x = Self.samples(80).map { Float($0.magnitude) }
    let alone = try x.map { try Self.values(function, of: [$0])[0].bitPattern }
    for count in 1...80 {
      let together = try Self.values(function, of: Array(x.prefix(count)))
      #expect(together.map(\.bitPattern) == Array(alone.prefix(count)))
    }
    let (input, output) = (Storage(x), Storage(.f32, count: 80))
    try Elementwise.apply(
      function, to: ElementwiseTests.vector(input, from: 79, count: 27, step: -3),
      into: ElementwiseTests.vector(output, count: 27, step: 2))
    #expect((0..<27).allSatisfy { Float(output[2 * $0]).bitPattern == alone[79 - 3 * $0] })
  }
}

extension SystemRandomNumberGenerator {
  /// A small generator with a seed (splitmix64).
  struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
