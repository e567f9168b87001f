import Tensors

/// One way to make a value of others: what stands behind a verb or an operator.
///
/// An operation holds its options and nothing else, so that one call site shares it among all the
/// values it makes.
public protocol Operation: Sendable {
  /// The verb or the operator, as the language spells it.
  var verb: String { get }
  /// The options that were given, as the language spells them.
  var options: String { get }
  /// The value for these operands.
  ///
  /// - Throws: the error of the room that refuses them, naming operand roles.
  func value(of operands: [Value]) throws -> Value
}

extension Operation {
  /// No options.
  public var options: String { "" }
}
