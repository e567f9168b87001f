/// A number as written.
public struct NumberLiteral: Sendable, Hashable {
  /// The nearest f64 value.
  public var value: Double
  /// The exact integer, where the number was written without point and exponent and fits.
  public var integer: Int?
}
