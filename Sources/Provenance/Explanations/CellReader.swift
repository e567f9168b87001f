public import Tensors

/// A cell of a value that reads a cell of one of its operands.
///
/// It reads a cell if the cell is named in its terms. A cell that only decides which others are read
/// (a label, a pixel that a pool's gradient compares) is not read.
public struct CellReader: Sendable, Hashable {
  /// The cell that reads.
  public var cell: CellIndex
  /// What the cell read is multiplied by, if it is; nil where reading is not a product.
  public var weight: CellFactor?
  /// Where else the reading shows: the tap, the column entry.
  public var notes: [String]

  /// Makes a reader.
  public init(_ cell: CellIndex, weight: CellFactor? = nil, notes: [String] = []) {
    self.cell = cell
    self.weight = weight
    self.notes = notes
  }
}
