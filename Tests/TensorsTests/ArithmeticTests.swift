import Foundation
import Kernels
import Testing

@testable import Tensors

@Suite struct ArithmeticTests {
  static let shapes = lists(of: [1, 2, 3], upTo: 3) + [[0], [0, 2], [2, 0], [1, 0]]

  static func plain(_ function: BinaryFunction, _ a: Double, _ b: Double) -> Double {
    switch function {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    case .maximum: max(a, b)
    }
  }

  /// The shape two operands are broadcast to, by the rule; nil where they disagree.
  static func broadcast(_ left: [Int], _ right: [Int]) -> [Int]? {
    let rank = max(left.count, right.count)
    let a = Array(repeating: 1, count: rank - left.count) + left
    let b = Array(repeating: 1, count: rank - right.count) + right
    guard zip(a, b).allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else { return nil }
    return zip(a, b).map { $0 == 1 ? $1 : $0 }
  }

  @Test("every pair of small shapes, in either type", arguments: shapes)
  func pairs(_ lengths: [Int]) throws {
    for other in Self.shapes {
      let left = try Tensor.counting(lengths, .f32, from: 1)
      let right = try Tensor.counting(other, .f64, from: 2)
      guard let shape = Self.broadcast(lengths, other) else {
        #expect(throws: TensorError.self) { try Tensor.combine(.add, left, right) }
        continue
      }
      let (a, b) = (PlainTensor(left), PlainTensor(right))
      for function in BinaryFunction.allCases {
        let expected = PlainTensor(shape) { index in
          Self.plain(
            function, a[PlainTensor.source(of: index, in: lengths)],
            b[PlainTensor.source(of: index, in: other)])
        }
        let result = try Tensor.combine(function, left, right)
        #expect(result.shape.lengths == shape)
        #expect(result.elementType == .f64)
        #expect(same(result.array, expected.array, within: 1e-15))
      }
    }
  }

  @Test("shapes that disagree are refused with the dimension that does")
  func disagreement() throws {
    let (left, right) = try (Tensor.counting([2, 3, 4]), Tensor.counting([2, 4]))
    #expect(throws: TensorError.notBroadcastable(left.shape, right.shape, axis: 1)) {
      try Tensor.combine(.add, left, right)
    }
  }

  @Test("f64 wins over f32", arguments: [ElementType.f32, .f64], [ElementType.f32, .f64])
  func promotion(_ left: ElementType, _ right: ElementType) throws {
    let sum = try Tensor.combine(.add, Tensor(0.1, left), Tensor(0.2, right))
    let isShort = left == .f32 && right == .f32
    #expect(sum.elementType == (isShort ? .f32 : .f64))
    let (a, b) = try (Tensor(0.1, left).number, Tensor(0.2, right).number)
    #expect(try sum.number == (isShort ? Double(Float(a) + Float(b)) : a + b))
  }

  @Test("operands of every layout give the same sum")
  func layouts() throws {
    let other = try Tensor.counting([3, 1])
    let expected = (0..<24).map { (cell: Int) -> Double in Double(cell - cell / 4 % 3) }
    for layout in try Tensor.counting([2, 3, 4]).layouts {
      for right in try other.layouts {
        let result = try Tensor.combine(.subtract, layout, right)
        #expect(result.array == expected)
      }
    }
  }

  @Test("functions of one cell keep shape and type", arguments: UnaryFunction.allCases)
  func unary(_ function: UnaryFunction) throws {
    let tensor = try Tensor.counting([2, 3], .f32, from: 1)
    let result = try tensor.map(function)
    #expect(result.shape == tensor.shape)
    #expect(result.elementType == .f32)
    for layout in try tensor.layouts { #expect(try layout.map(function).array == result.array) }
  }
}
