public import Kernels

/// The lengths of a tensor's dimensions, slowest first; held inline, so that it costs no allocation.
///
///     try Shape([4, 3, 12, 10]).description  // "4x3x12x10"
@frozen
public struct Shape: Hashable, Sendable {
  /// The number of dimensions, at most 8.
  public let rank: Int
  /// The number of cells: the product of the lengths, 1 for a scalar.
  public let count: Int
  @usableFromInline let numbers: AxisNumbers

  /// The shape of a number: no dimensions, one cell.
  @inlinable
  public static var scalar: Shape { Shape(rank: 0, sizes: SIMD8(repeating: 1), count: 1) }

  @inlinable
  init(rank: Int, sizes: SIMD8<Int>, count: Int) {
    self.rank = rank
    self.count = count
    numbers = AxisNumbers(sizes)
  }

  /// The lengths; places past `rank` hold 1.
  @inlinable
  public var sizes: SIMD8<Int> {
    @inline(__always) get { numbers.vector }
  }

  /// Whether they have the same dimensions.
  @inlinable
  @inline(__always)
  public static func == (left: Shape, right: Shape) -> Bool {
    left.rank == right.rank && left.numbers == right.numbers
  }

  /// Makes a shape of these lengths.
  ///
  /// - Throws: `TensorError` if there are more than 8, one is negative or their product overflows.
  @inlinable
  public init(_ lengths: some Collection<Int>) throws(TensorError) {
    var sizes = SIMD8<Int>(repeating: 1)
    var rank = 0
    for length in lengths {
      if rank < SIMD8<Int>.scalarCount { sizes[rank] = length }
      rank += 1
    }
    guard rank <= Cells.maximumRank else { throw .tooManyDimensions(rank) }
    try self.init(sizes, rank: rank)
  }

  /// Makes a shape of the first lengths of a vector, whose other places hold 1.
  ///
  /// - Throws: `TensorError` if one is negative or their product overflows.
  @usableFromInline
  init(_ sizes: SIMD8<Int>, rank: Int) throws(TensorError) {
    var product = 1
    var hasZero = false
    var overflows = false
    for axis in 0..<rank {
      let length = sizes[axis]
      guard length >= 0 else { throw .negativeLength(length, axis: axis) }
      if length == 0 {
        hasZero = true
        continue
      }
      let (value, overflow) = product.multipliedReportingOverflow(by: length)
      product = value
      overflows = overflows || overflow
    }
    // Bytes of f64 must fit too, and a zero elsewhere does not excuse lengths that no index reaches.
    guard !overflows, product <= Int.max / 8 else {
      throw .shapeOverflows((0..<rank).map { sizes[$0] })
    }
    self.init(rank: rank, sizes: sizes, count: hasZero ? 0 : product)
  }

  /// The length of one dimension.
  @inlinable
  public subscript(axis: Int) -> Int {
    precondition(axis >= 0 && axis < rank)
    return sizes[axis]
  }

  /// The lengths as an array.
  public var lengths: [Int] { (0..<rank).map { sizes[$0] } }

  /// The steps of a row-major block without gaps, in cells.
  public var rowMajorStrides: SIMD8<Int> {
    let sizes = sizes
    var strides = SIMD8<Int>.zero
    var step = 1
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      strides[axis] = step
      step *= max(1, sizes[axis])
    }
    return strides
  }

  /// The index of the cell that comes at `place` in row-major order.
  public func index(at place: Int) -> CellIndex {
    var index = CellIndex(rank: rank)
    var rest = place
    for axis in stride(from: rank - 1, through: 0, by: -1) {
      index[axis] = rest % sizes[axis]
      rest /= sizes[axis]
    }
    return index
  }

  /// The row-major place of the cell at `index`.
  public func place(of index: CellIndex) -> Int {
    var place = 0
    for axis in 0..<rank { place = place * sizes[axis] + index[axis] }
    return place
  }

  /// Whether the index has one number for each dimension and each is in range.
  public func contains(_ index: CellIndex) -> Bool {
    guard index.rank == rank else { return false }
    return (0..<rank).allSatisfy { index[$0] >= 0 && index[$0] < sizes[$0] }
  }
}

extension Shape: CustomStringConvertible {
  /// The language's spelling, for example `4x3x12x10`; `scalar` for a number.
  public var description: String {
    rank == 0 ? "scalar" : Shape.spelled(lengths)
  }

  /// Lengths in the language's spelling, whether or not they make a legal shape.
  public static func spelled(_ lengths: [Int]) -> String {
    lengths.map(String.init).joined(separator: "x")
  }
}
