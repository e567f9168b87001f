import Kernels
import Tensors

/// A value as a table sees it: slices, each with rows and columns of numbers or pairs.
struct CellGrid {
  let source: any CellSource
  let pairs: Bool
  /// How many axes lead to a slice.
  let sliceRank: Int
  let hasRows: Bool
  let hasColumns: Bool
  let slices: Int
  let rows: Int
  let columns: Int

  /// Takes a value apart; its last axis is the pairs' if there are pairs.
  init(_ source: any CellSource, pairs: Bool) throws(RenderingError) {
    let shape = source.shape
    if pairs, shape.rank < 2 || shape[shape.rank - 1] != 2 { throw .notPairs(shape) }
    self.source = source
    self.pairs = pairs
    let rank = shape.rank - (pairs ? 1 : 0)
    hasRows = rank >= 2
    hasColumns = rank >= 1
    sliceRank = max(0, rank - 2)
    rows = hasRows ? shape[rank - 2] : 1
    columns = hasColumns ? shape[rank - 1] : 1
    slices = (0..<sliceRank).reduce(1) { $0 * shape[$1] }
  }

  /// Whether f32 decides with how many decimals a number is exact.
  var isSingle: Bool { source.elementType == .f32 }

  /// The indices that lead to a slice, by its place in row-major order.
  func prefix(ofSlice slice: Int) -> [Int] {
    var rest = slice
    var prefix = Array(repeating: 0, count: sliceRank)
    for axis in (0..<sliceRank).reversed() {
      prefix[axis] = rest % source.shape[axis]
      rest /= source.shape[axis]
    }
    return prefix
  }

  /// The index of a cell (the first of its pair).
  func index(slice: [Int], row: Int, column: Int) -> CellIndex {
    var index = CellIndex(rank: source.shape.rank)
    for axis in 0..<sliceRank { index[axis] = slice[axis] }
    if hasRows { index[sliceRank] = row }
    if hasColumns { index[sliceRank + (hasRows ? 1 : 0)] = column }
    return index
  }

  /// What stands at a cell.
  func entry(slice: [Int], row: Int, column: Int) -> CellEntry {
    var index = index(slice: slice, row: row, column: column)
    guard pairs else { return .number(source.cell(index)) }
    let first = source.cell(index)
    index[index.rank - 1] = 1
    return .pair(first, source.cell(index))
  }
}
