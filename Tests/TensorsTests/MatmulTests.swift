import Kernels
import Testing

@testable import Tensors

/// A matrix whose cells are computed when read, with or without a way to pack from it.
private struct LazyMatrix: CellSource {
  let tensor: Tensor
  let packs: Bool
  var shape: Shape { tensor.shape }
  var elementType: ElementType { tensor.elementType }
  var isLazy: Bool { true }
  var matrixOperand: MatrixOperand? { packs ? tensor.matrixOperand : nil }
  func cell(_ index: CellIndex) -> Double { tensor.cell(index) }
  func materialized() throws(TensorError) -> Tensor {
    if packs { throw .interrupted }
    return tensor
  }
}

@Suite struct TensorMatmulTests {
  /// The product by its definition.
  static func plain(_ left: Tensor, _ right: Tensor) -> PlainTensor {
    var (a, b) = (left.shape.lengths, right.shape.lengths)
    if a.count == 1 { a.insert(1, at: 0) }
    if b.count == 1 { b.append(1) }
    let (x, y) = (left.array, right.array)
    let batch = ArithmeticTests.broadcast(a.dropLast(2), b.dropLast(2)) ?? []
    let lengths = batch + [a[a.count - 2], b[b.count - 1]]
    func place(_ index: [Int], _ lengths: [Int]) -> Int {
      zip(PlainTensor.source(of: index, in: lengths), lengths).reduce(0) { $0 * $1.1 + $1.0 }
    }
    let product = PlainTensor(lengths) { index in
      (0..<a[a.count - 1]).reduce(0) { sum, k in
        let outer = Array(index.dropLast(2))
        return sum + x[place(outer + [index[index.count - 2], k], a)]
          * y[place(outer + [k, index[index.count - 1]], b)]
      }
    }
    return product
  }

  @Test(
    "vectors, matrices and batches of every small shape",
    arguments: lists(of: [1, 2, 3], upTo: 3).dropFirst() + [[0, 2], [2, 0], [0], [2, 0, 3]])
  func products(_ lengths: [Int]) throws {
    for other in lists(of: [1, 2, 3], upTo: 3).dropFirst() + [[0, 2], [2, 0], [0], [0, 2, 3]] {
      let (left, right) = try (Tensor.counting(lengths), Tensor.counting(other, .f32, from: 3))
      let inner = other.count == 1 ? other[0] : other[other.count - 2]
      let fits = lengths[lengths.count - 1] == inner
      let batches = ArithmeticTests.broadcast(lengths.dropLast(2), other.dropLast(2))
      guard fits else {
        #expect(throws: TensorError.matmul(left.shape, right.shape)) {
          try Tensor.matmul(left, right)
        }
        continue
      }
      guard batches != nil else {
        #expect(throws: TensorError.self) { try Tensor.matmul(left, right) }
        continue
      }
      let result = try Tensor.matmul(left, right)
      var shape = Self.plain(left, right).lengths
      if other.count == 1 { shape.removeLast() }
      if lengths.count == 1 { shape.remove(at: shape.count - (other.count == 1 ? 1 : 2)) }
      #expect(result.shape.lengths == shape, "\(lengths) @ \(other)")
      #expect(result.array == Self.plain(left, right).array)
      #expect(result.elementType == .f64)
    }
  }

  @Test("operands of every layout")
  func layouts() throws {
    let (left, right) = try (Tensor.counting([2, 3, 4]), Tensor.counting([4, 2]))
    let expected = Self.plain(left, right).array
    for a in try left.layouts {
      for b in try right.layouts { #expect(try Tensor.matmul(a, b).array == expected) }
    }
  }

  @Test("numbers are no matrices")
  func scalars() throws {
    let matrix = try Tensor.counting([2, 2])
    #expect(throws: TensorError.matmulOfScalar(.scalar, matrix.shape)) {
      try Tensor.matmul(Tensor(2), matrix)
    }
    #expect(throws: TensorError.matmulOfScalar(matrix.shape, .scalar)) {
      try Tensor.matmul(matrix, Tensor(2))
    }
  }

  @Test("no cells with a huge number of empty products take no time")
  func hugeBatch() throws {
    let left = try Tensor(Shape([1 << 40, 0, 1]), .f32)
    let right = try Tensor(Shape([1, 2]), .f32)
    #expect(try Tensor.matmul(left, right).shape.lengths == [1 << 40, 0, 2])
  }

  @Test("a lazy matrix is packed, and made only where it cannot be")
  func lazy() throws {
    let (left, right) = try (Tensor.counting([2, 3]), Tensor.counting([3, 4]))
    let expected = Self.plain(left, right).array
    let packed = LazyMatrix(tensor: right, packs: true)
    #expect(try Tensor.matmul(packing: left, packed).array == expected)
    let short = try left.converted(to: .f32)
    #expect(try Tensor.matmul(packing: short, packed).array == expected)
    #expect(try Tensor.matmul(packing: short, packed).elementType == .f64)
    let made = LazyMatrix(tensor: right, packs: false)
    #expect(try Tensor.matmul(packing: left, made).array == expected)
    #expect(throws: TensorError.matmul(right.shape, right.shape)) {
      try Tensor.matmul(packing: right, packed)
    }
  }
}
