public import Tensors
public import Windows

/// The image whose pixels are the sums of the matrix cells that im2col would take from them:
/// `col2im m 1x3x8x8 3x3`.
public struct Col2imOperation: Operation {
  /// The image's shape.
  public let image: Shape
  /// The window.
  public let window: WindowOptions
  /// How patches and positions lie.
  public let order: PatchOrder

  /// Makes the operation.
  public init(_ image: Shape, _ window: WindowOptions, order: PatchOrder) {
    self.image = image
    self.window = window
    self.order = order
  }

  /// `col2im`.
  public var verb: String { "col2im" }
  /// The image, the window and the order.
  public var options: String {
    "\(image) \(window.text)" + (order == .columns ? "" : " order=\(order)")
  }
  /// `m`, the matrix.
  public func role(of operand: Int) -> String { "m" }

  /// A tensor of the image's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try Col2im.sum(
        operands.tensor(0), image: image, window: window.window(over: image), order: order))
  }

  /// im2col of the upstream: every matrix cell gets the gradient of the pixel it was added to.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(Im2colOperation(window, order: order), [upstream])
  }

  /// The matrix cells that are added to the pixel: one for every window over it.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let terms = try layout.entries(of: cell).map { entry in
      CellTerm([step.factor(entry.index, of: 0)], note: entry.address.note)
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The pixel it is added to; none for a cell of the padding.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    let layout = try layout
    let address = layout.address(of: cell)
    guard case .inside(let row, let column) = layout.place(of: address) else { return [] }
    let index = [address.image, address.channel, row, column].suffix(image.rank)
    return [CellReader(CellIndex(index), notes: [address.note])]
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }

  private var layout: PatchLayout {
    get throws { try PatchLayout(image: image, window: window.window(over: image), order: order) }
  }
}
