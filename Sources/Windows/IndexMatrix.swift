public import Kernels
public import Tensors

/// The index matrices of im2col, laid out in any of its orders.
///
/// Rows and columns are counted in the image, not in the padded image: in the padding they are
/// negative or past the end.
public struct IndexMatrix: CellSource {
  /// Which patch goes where.
  public let layout: PatchLayout
  /// What is told of each pixel.
  public let kind: IndexKind
  /// The order's shape, C·kh·kw × N·oh·ow for `columns`; and ×2 for pairs.
  public let shape: Shape

  /// Makes the matrix for an image or a batch of this shape.
  ///
  /// - Throws: `WindowError` as `PatchLayout` does.
  public init(
    image: Shape, window: SlidingWindow, kind: IndexKind, order: PatchOrder = .columns
  ) throws(WindowError) {
    let layout = try PatchLayout(image: image, window: window, order: order)
    self.layout = layout
    self.kind = kind
    shape = try tensors { () throws(TensorError) in
      kind == .pairs ? try Shape(layout.shape.lengths + [2]) : layout.shape
    }
  }

  /// Whole numbers, in f64.
  public var elementType: ElementType { .f64 }

  /// Whether the cells exist only where someone reads them: always.
  public var isLazy: Bool { true }

  /// None: nobody multiplies with indices.
  public var matrixOperand: MatrixOperand? { nil }

  /// What the matrix tells at an index.
  public func cell(_ index: CellIndex) -> Double {
    let address = layout.address(of: index)
    let place = layout.place(of: address)
    switch kind {
    case .i: return Double(place.row)
    case .j: return Double(place.column)
    case .channel: return Double(address.channel)
    case .pairs: return Double(index[layout.shape.rank] == 0 ? place.row : place.column)
    case .flat:
      guard place.isInside else { return -1 }
      let image = layout.window.input
      return Double((address.channel * image.rows + place.row) * image.columns + place.column)
    }
  }

  /// All cells.
  public func materialized() throws(TensorError) -> Tensor { try cellByCell() }
}
