import Foundation
import Testing

@testable import Kernels

@Suite struct ElementwiseTests {
  static let specials: [Double] = [
    0, -0.0, 1, -1, 0.5, -2.25, 3, 1e-3, 40, -40, 88, -88, 1000, -1000, .infinity, -.infinity, .nan,
  ]

  static func plain(_ function: UnaryFunction, _ x: Double) -> Double {
    switch function {
    case .negate: -x
    case .relu: x.isNaN ? .nan : Swift.max(0, x)
    case .tanh: Foundation.tanh(x)
    case .sigmoid: 1 / (1 + Foundation.exp(-x))
    case .exp: Foundation.exp(x)
    case .log: Foundation.log(x)
    case .abs: Swift.abs(x)
    case .sqrt: x.squareRoot()
    }
  }

  static func plain(_ function: BinaryFunction, _ a: Double, _ b: Double) -> Double {
    switch function {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    case .maximum: a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
    }
  }

  static func same(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * Swift.max(abs(b), 1e-30)
  }

  static func vector(_ storage: Storage, from offset: Int = 0, count: Int, step: Int = 1) -> Cells {
    .matrix(storage, offset: offset, rows: 1, columns: count, rowStride: 0, columnStride: step)
  }

  static func storage(_ values: [Double], _ type: ElementType) -> Storage {
    type == .f64 ? Storage(values) : Storage(values.map(Float.init))
  }

  static let tolerances: [ElementType: Double] = [.f32: 3e-6, .f64: 1e-14]

  @Test(
    "every function of one cell, special values too, in both types",
    arguments: UnaryFunction.allCases, [ElementType.f32, .f64])
  func unary(_ function: UnaryFunction, _ type: ElementType) throws {
    let x = Self.storage(Self.specials, type)
    let y = Storage(type, count: x.count)
    try Elementwise.apply(
      function, to: Self.vector(x, count: x.count), into: Self.vector(y, count: x.count))
    for place in 0..<x.count {
      var expected = Self.plain(function, x[place])
      if type == .f32 { expected = Double(Float(expected)) }
      #expect(
        Self.same(y[place], expected, within: Self.tolerances[type] ?? 0),
        "\(function) \(x[place]): \(y[place]), not \(expected)")
    }
  }

  @Test(
    "every function of two cells on every pair of special values",
    arguments: BinaryFunction.allCases, [ElementType.f32, .f64])
  func binary(_ function: BinaryFunction, _ type: ElementType) throws {
    let count = Self.specials.count
    let x = Self.storage(Self.specials, type)
    let y = Storage(type, count: count * count)
    // Rows repeat x, columns repeat x: both are views that step nowhere along an axis.
    let left = Cells.matrix(x, rows: count, columns: count, rowStride: 1, columnStride: 0)
    let right = Cells.matrix(x, rows: count, columns: count, rowStride: 0, columnStride: 1)
    try Elementwise.apply(
      function, left, right, into: .matrix(y, rows: count, columns: count, rowStride: count))
    for row in 0..<count {
      for column in 0..<count {
        var expected = Self.plain(function, x[row], x[column])
        if type == .f32 { expected = Double(Float(expected)) }
        let got = y[row * count + column]
        #expect(
          Self.same(got, expected, within: Self.tolerances[type] ?? 0),
          "\(function) \(x[row]) \(x[column]): \(got), not \(expected)")
      }
    }
  }

  @Test(
    "cells are found along any steps of the operands and the result",
    arguments: [-2, -1, 0, 1, 3], [-2, -1, 0, 1, 3])
  func strides(_ first: Int, _ second: Int) throws {
    let block = Self.storage((0..<100).map { Double($0 * $0) }, .f64)
    for step in [-2, -1, 1, 3] {
      let result = Storage(.f64, count: 100)
      try Elementwise.apply(
        .add, Self.vector(block, from: 40, count: 11, step: first),
        Self.vector(block, from: 40, count: 11, step: second),
        into: Self.vector(result, from: 40, count: 11, step: step))
      for i in 0..<11 {
        #expect(result[40 + i * step] == block[40 + i * first] + block[40 + i * second])
      }
    }
  }

  @Test(
    "many cells are shared out and none is left out", arguments: [0, 1, 65_535, 65_536, 400_003])
  func many(_ count: Int) throws {
    let x = Self.storage((0..<count).map(Double.init), .f32)
    let y = Storage(.f32, count: count)
    let (input, output) = (Self.vector(x, count: count), Self.vector(y, count: count))
    try Elementwise.apply(.multiply, input, input, into: output)
    let wrong = y.withSpan(of: Float.self) { cells in
      (0..<count).first { cells[$0] != Float($0) * Float($0) }
    }
    #expect(wrong == nil)
  }

  @Test("a copy rounds to the type of the result", arguments: [ElementType.f32, .f64])
  func copies(_ type: ElementType) throws {
    let x = Self.storage([0.1, 1e300, -1e-50, .nan, 16_777_217], .f64)
    let y = Storage(type, count: 5)
    try Elementwise.copy(Self.vector(x, count: 5), into: Self.vector(y, count: 5))
    let expected = (0..<5).map { type == .f64 ? x[$0] : Double(Float(x[$0])) }
    #expect(zip(0..<5, expected).allSatisfy { y[$0] == $1 || (y[$0].isNaN && $1.isNaN) })
  }

  @Test("filling leaves the cells between alone")
  func fills() throws {
    let x = Self.storage([0, 1, 2, 3, 4, 5, 6], .f32)
    try Elementwise.fill(Self.vector(x, from: 5, count: 3, step: -2), with: 9)
    #expect((0..<7).map { x[$0] } == [0, 9, 2, 9, 4, 9, 6])
  }

  @Test("the flag is looked at every 65,536 cells and stops the loop")
  func interrupts() throws {
    let cells = Self.vector(Storage(.f32, count: 150_000), count: 150_000)
    try Elementwise.fill(cells, with: 1)
    let looks = InterruptRehearsal()
    try Interrupt.$rehearsal.withValue(looks) { try Elementwise.fill(cells, with: 2) }
    #expect(looks.looks >= 3)
    #expect(throws: Interrupted()) {
      try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 2)) {
        try Elementwise.fill(cells, with: 3)
      }
    }
    #expect(cells.storage[0] == 3)
    #expect(cells.storage[149_999] == 2)
  }
}
