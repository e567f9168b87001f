public import Kernels
public import Tensors

/// How many patches read each pixel: H×W whole numbers, 0 where none does.
///
/// It is what stands between col2im(im2col(x)) and x.
public struct CoverageGrid: CellSource {
  /// The geometry.
  public let window: SlidingWindow
  /// The image's rows × columns.
  public let shape: Shape
  private let rows: [Int]
  private let columns: [Int]

  /// Counts the readers of each pixel.
  ///
  /// - Throws: `WindowError.tensor` if the image's size overflows.
  public init(_ window: SlidingWindow) throws(WindowError) {
    self.window = window
    shape = try tensors { () throws(TensorError) in
      try Shape([window.rows.input, window.columns.input])
    }
    rows = (0..<window.rows.input).map { window.rows.coverage(of: $0) }
    columns = (0..<window.columns.input).map { window.columns.coverage(of: $0) }
  }

  /// Whole numbers, in f64.
  public var elementType: ElementType { .f64 }

  /// Whether the cells exist only where someone reads them: always.
  public var isLazy: Bool { true }

  /// None: the grid is looked at, not multiplied.
  public var matrixOperand: MatrixOperand? { nil }

  /// How many patches read the pixel at [row, column].
  public func cell(_ index: CellIndex) -> Double { Double(rows[index[0]] * columns[index[1]]) }

  /// All cells.
  public func materialized() throws(TensorError) -> Tensor { try cellByCell() }
}
