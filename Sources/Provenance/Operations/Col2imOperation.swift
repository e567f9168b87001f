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

  /// A tensor of the image's shape.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(
      try Col2im.sum(
        operands[0].tensor(), image: image, window: window.window(over: image), order: order))
  }
}
