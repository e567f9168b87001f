public import Tensors
public import Windows

/// The patches of an image as a matrix that exists only where someone reads it: `im2col x 3x3`.
public struct Im2colOperation: Rearrangement {
  /// The window.
  public let window: WindowOptions
  /// How patches and positions lie.
  public let order: PatchOrder

  /// Makes the operation.
  public init(_ window: WindowOptions, order: PatchOrder) {
    self.window = window
    self.order = order
  }

  /// `im2col`.
  public var verb: String { "im2col" }
  /// The window and the order.
  public var options: String {
    window.text + (order == .columns ? "" : " order=\(order)")
  }

  /// A lazy matrix.
  public func value(of operands: Operands) throws -> Value {
    let image = try operands.tensor(0)
    return .lazy(try PatchMatrix(image, window: window.window(over: image.shape), order: order))
  }

  /// col2im of the upstream: every matrix cell's gradient added to the pixel it was read from.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(Col2imOperation(step.shape(of: 0), window, order: order), [upstream])
  }

  /// The pixel that the tap reads, or the padding it lies in.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    let image = step.shape(of: 0)
    let layout = try layout(of: image)
    let address = layout.address(of: cell)
    let place = layout.place(of: address)
    if let side = place.sideName { return .padding(operand: 0, side: side) }
    let index = [address.image, address.channel, place.row, place.column].suffix(image.rank)
    return .cell(operand: 0, CellIndex(index))
  }

  /// The matrix cells that hold the pixel: one for every window that reads it.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    try layout(of: step.shape(of: 0)).entries(of: cell).map(\.index)
  }

  /// The address arithmetic.
  public func notes(on cell: CellIndex, in step: Step) throws -> [String] {
    try layout(of: step.shape(of: 0)).notes(on: cell)
  }

  /// The matrix cells that hold the pixel, with their taps and windows.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    try layout(of: step.shape(of: 0)).entries(of: cell).map {
      CellReader($0.index, notes: [$0.address.note])
    }
  }

  /// How many windows read each pixel.
  public func coverage(of operand: Int, in step: Step) throws -> (any CellSource)? {
    try CoverageGrid(window.window(over: step.shape(of: 0)))
  }

  private func layout(of image: Shape) throws -> PatchLayout {
    try PatchLayout(image: image, window: window.window(over: image), order: order)
  }
}

extension PatchLayout {
  /// The cells that hold a pixel, by rising output.
  func entries(of pixel: CellIndex) -> [(index: CellIndex, address: PatchAddress)] {
    let rank = pixel.rank
    return window.readers(ofRow: pixel[rank - 2], column: pixel[rank - 1]).map { reader in
      let address = PatchAddress(
        image: rank == 4 ? pixel[0] : 0, channel: rank >= 3 ? pixel[rank - 3] : 0,
        tapRow: reader.tapRow, tapColumn: reader.tapColumn, outputRow: reader.outputRow,
        outputColumn: reader.outputColumn)
      return (index(of: address), address)
    }
  }
}
