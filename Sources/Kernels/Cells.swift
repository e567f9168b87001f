/// A strided N-d view of a block of cells: what every kernel reads and writes.
///
/// It has no bounds of its own to check against: `Tensor` makes views that stay inside their block.
public struct Cells: Sendable {
  /// The most dimensions a view can have.
  public static let maximumRank = 8

  /// The block the cells lie in.
  public let storage: Storage
  /// Where the first cell lies, in cells from the block's start.
  public let offset: Int
  /// How many dimensions the view has, at most `maximumRank`.
  public let rank: Int
  /// The length of each dimension; places past `rank` hold 1.
  public let sizes: SIMD8<Int>
  /// The step of each dimension, in cells; 0 repeats a cell, a negative one runs backwards.
  public let strides: SIMD8<Int>

  /// Makes a view.
  public init(
    _ storage: Storage, offset: Int, rank: Int, sizes: SIMD8<Int>, strides: SIMD8<Int>
  ) {
    self.storage = storage
    self.offset = offset
    self.rank = rank
    self.sizes = sizes
    self.strides = strides
  }

  /// Makes a 2-D view of a matrix whose rows are `rowStride` cells apart.
  public static func matrix(
    _ storage: Storage, offset: Int = 0, rows: Int, columns: Int, rowStride: Int,
    columnStride: Int = 1
  ) -> Cells {
    var sizes = SIMD8<Int>(repeating: 1)
    var strides = SIMD8<Int>.zero
    sizes[0] = rows
    sizes[1] = columns
    strides[0] = rowStride
    strides[1] = columnStride
    return Cells(storage, offset: offset, rank: 2, sizes: sizes, strides: strides)
  }
}
