/// A verb with its operands and options, checked against the verb's signature.
public struct Application: Sendable {
  /// The verb's name.
  public var verb: String
  /// The place of a built-in verb in ``VerbTable/signatures``, the same in every table that grew
  /// from one; nil for a verb that a `def` made, which is looked up by name when it runs, because
  /// a later `def` of that name replaces it.
  public var verbIndex: Int?
  /// Where the verb's name stands.
  public var verbSpan: SourceSpan
  /// The operands, in the order of the signature; optional ones at the end may be missing.
  public var operands: [Expression]
  /// The options, in the order given, each name once.
  public var options: [OptionArgument]

  /// Where the application stands, without brackets around it.
  public var span: SourceSpan {
    let whole = operands.reduce(verbSpan) { $0.union($1.span) }
    return options.reduce(whole) { $0.union($1.span) }
  }

  /// The option of a name, if it was given.
  public func option(_ name: String) -> OptionArgument? {
    options.first { $0.name == name }
  }

  /// What the verb's signature calls the operand at a place.
  public func operandSignature(at place: Int, of verb: VerbSignature) -> OperandSignature? {
    guard place < operands.count, case .text = operands[place].kind else {
      return verb.operand(at: place)
    }
    return verb.operand(at: place, isText: true)
  }

  var height: Int {
    let operands = operands.reduce(0) { max($0, $1.height) }
    return options.reduce(operands) { max($0, $1.height) }
  }
}
