import Tensors
public import Windows

/// The patches of an image as a matrix that exists only where someone reads it: `im2col x 3x3`.
public struct Im2colOperation: Operation {
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
  public func value(of operands: [Value]) throws -> Value {
    let image = try operands[0].tensor()
    return .lazy(try PatchMatrix(image, window: window.window(over: image.shape), order: order))
  }
}
