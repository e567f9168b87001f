public import Kernels
public import Rendering

/// What `set` changes.
public struct Settings: Sendable {
  /// The type of new values.
  public var elementType: ElementType = .f64
  /// Significant digits in tables; nil lets each column choose.
  public var digits: Int?
  /// The characters that the lines of tables are drawn with.
  public var box: BoxStyle = .ascii
  /// Columns to draw in, in place of the console's.
  public var width: Int?

  /// The settings a session starts with.
  public init() {}
}
