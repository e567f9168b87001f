/// A verb of the user's: `def net x k … end`.
///
/// A definition whose last statement is an expression gives its value; any other one defines a
/// command, so that a use of its value is refused where it is written.
public struct Definition: Sendable {
  /// The verb.
  public var name: Identifier
  /// The operands, all required, each name once.
  public var parameters: [Identifier]
  /// The statements between the header and `end`, the one that gives the value included.
  public var body: [Statement]
  /// What the parser knows of the verb from here on.
  public var signature: VerbSignature

  /// The expression whose value the verb gives; nil for a command.
  public var result: Expression? {
    guard case .expression(let expression)? = body.last?.kind else { return nil }
    return expression
  }

  /// The names that are the definition's own: the parameters, then what the body binds, in the
  /// order of the text and each once. Every other name in the body is the session's.
  public var localNames: [String] {
    var names = parameters.map(\.name)
    var known = Set(names)
    for statement in body {
      for name in statement.boundNames where known.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
