public import Tensors
public import Windows

/// Pictures brought to another size: `resize x 32x32`.
public struct ResizeOperation: Operation {
  /// The new rows and columns.
  public let size: Extent
  /// How new pixels come from old ones.
  public let interpolation: Interpolation

  /// Makes the operation.
  public init(_ size: Extent, _ interpolation: Interpolation) {
    self.size = size
    self.interpolation = interpolation
  }

  /// `resize`.
  public var verb: String { "resize" }
  /// The size and the kind.
  public var options: String { "\(size) kind=\(interpolation.rawValue)" }

  /// A tensor whose last two lengths are the size.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(
      try operands[0].tensor().resized(
        rows: size.rows, columns: size.columns, interpolation))
  }
}
