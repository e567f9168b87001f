public import Kernels
public import Tensors

/// The patches of a batch of images in one of the seven orders: im2col, as a lazy value.
///
/// No cell exists before someone reads it. A table reads the cells it draws, a matrix product packs
/// its tiles from `matrixOperand`, and only `materialized()` makes all of it.
public struct PatchMatrix: CellSource {
  /// The images, N×C×H×W whatever the image had; a view, whatever its strides.
  public let input: Tensor
  /// Which patch goes where.
  public let layout: PatchLayout

  /// Unrolls an image or a batch.
  ///
  /// - Parameters:
  ///   - image: N×C×H×W, C×H×W or H×W.
  ///   - window: a geometry for images of this height and width.
  /// - Throws: `WindowError` if the image has another number of dimensions or the matrix's size
  ///   overflows.
  public init(
    _ image: Tensor, window: SlidingWindow, order: PatchOrder = .columns
  ) throws(WindowError) {
    layout = try PatchLayout(image: image.shape, window: window, order: order)
    input = try image.asImages()
  }

  /// The matrix's shape.
  public var shape: Shape { layout.shape }

  /// The type of the image's cells.
  public var elementType: ElementType { input.elementType }

  /// Whether the cells exist only where someone reads them: always.
  public var isLazy: Bool { true }

  /// What the patch holds at an index: a pixel, or 0 in the padding.
  public func cell(_ index: CellIndex) -> Double {
    let address = layout.address(of: index)
    guard case .inside(let row, let column) = layout.place(of: address) else { return 0 }
    return input.cell([address.image, address.channel, row, column])
  }

  /// The matrix as runs that a product packs from; nil for the orders that kernels do not replay.
  public var matrixOperand: MatrixOperand? {
    guard layout.order == .columns || layout.order == .rows, let runs = layout.window.runs
    else { return nil }
    return .patches(
      PatchOperand(
        images: input.cells, runs: runs, positionsAreRows: layout.order == .rows))
  }

  /// All patches: the im2col matrix itself.
  ///
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  public func materialized() throws(TensorError) -> Tensor {
    try Im2col.matrix(of: input.cells, layout)
  }
}
