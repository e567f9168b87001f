/// A matrix that `Matmul` reads panel by panel.
public enum MatrixOperand: Sendable {
  /// A 2-D view with any strides.
  case strided(Cells)
  /// An im2col matrix, packed from the images where it is needed.
  case patches(PatchOperand)

  /// How many rows the matrix has.
  public var rows: Int {
    switch self {
    case .strided(let cells): cells.sizes[0]
    case .patches(let patches): patches.positionsAreRows ? patches.positions : patches.taps
    }
  }

  /// How many columns the matrix has.
  public var columns: Int {
    switch self {
    case .strided(let cells): cells.sizes[1]
    case .patches(let patches): patches.positionsAreRows ? patches.taps : patches.positions
    }
  }

  /// The type of the cells.
  public var elementType: ElementType {
    switch self {
    case .strided(let cells): cells.storage.elementType
    case .patches(let patches): patches.storage.elementType
    }
  }

  /// The same matrix with its axes exchanged; nothing is copied.
  public var transposed: MatrixOperand {
    switch self {
    case .strided(let cells):
      .strided(
        .matrix(
          cells.storage, offset: cells.offset, rows: cells.sizes[1], columns: cells.sizes[0],
          rowStride: cells.strides[1], columnStride: cells.strides[0]))
    case .patches(let patches): .patches(patches.transposed)
    }
  }
}

/// A vector that a matrix product starts from, of the product's element type.
public enum MatrixBias: Sendable {
  /// A 1-D view of one cell a row of the product.
  case perRow(Cells)
  /// A 1-D view of one cell a column of the product.
  case perColumn(Cells)
}
