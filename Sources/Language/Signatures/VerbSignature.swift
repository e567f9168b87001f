/// What a verb takes: help, completion, suggestions and argument errors come out of it.
public struct VerbSignature: Sendable {
  /// The verb.
  public var name: String
  /// One line about it.
  public var summary: String
  /// Its row in the verb table.
  public var group: VerbGroup
  /// The operands, in order; what may be left out or repeated stands at the end.
  public var operands: [OperandSignature]
  /// The options.
  public var options: [OptionSignature]
  /// Examples with what they print.
  public var examples: [VerbExample]
  /// What other languages and libraries call it: who types that is told the name.
  public var synonyms: [String]
  /// True for a verb that makes a statement of its own and gives no value.
  public var isCommand: Bool
  /// True for a verb that also takes options of any name: `run "x.pw" epochs=5`.
  public var takesFreeOptions: Bool
  /// True for a verb that runs the script it names: what `def` defines there is a verb from the next
  /// statement on.
  public var runsFile: Bool

  /// A verb's signature.
  public init(
    _ name: String, summary: String, group: VerbGroup, operands: [OperandSignature] = [],
    options: [OptionSignature] = [], examples: [VerbExample] = [], synonyms: [String] = [],
    isCommand: Bool = false, takesFreeOptions: Bool = false, runsFile: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.operands = operands
    self.options = options
    self.examples = examples
    self.synonyms = synonyms
    self.isCommand = isCommand
    self.takesFreeOptions = takesFreeOptions
    self.runsFile = runsFile
  }

  /// Whether a `def` made the verb.
  public var isUserDefined: Bool { group == .defined }

  /// The option of a name.
  public func option(_ name: String) -> OptionSignature? {
    options.first { $0.name == name }
  }

  /// Whether any number of values stand before the last operand, a file's name: `save a b "x.npz"`.
  public var endsInFile: Bool {
    guard case .file? = operands.last?.kind, operands.count > 1 else { return false }
    return operands[operands.count - 2].presence == .oneOrMore
  }

  /// The operand at a position, counted from 0; the last one repeats when it is variadic.
  ///
  /// - Parameter isText: whether a text stands there, which among values that end in a file's name
  ///   is that name.
  public func operand(at position: Int, isText: Bool = false) -> OperandSignature? {
    if endsInFile, position >= operands.count - 1 {
      return operands[isText ? operands.count - 1 : operands.count - 2]
    }
    if position < operands.count { return operands[position] }
    guard let last = operands.last else { return nil }
    return last.presence == .variadic || last.presence == .oneOrMore ? last : nil
  }

  /// The line that shows how the verb is written: `conv x k [bias] stride= pad=`.
  public var usage: String {
    var parts = [name]
    for operand in operands {
      switch operand.presence {
      case .required: parts.append(operand.usage)
      case .optional: parts.append("[\(operand.usage)]")
      case .variadic: parts.append("[\(operand.usage) …]")
      case .oneOrMore: parts.append("\(operand.usage) …")
      }
    }
    parts += options.map { "\($0.name)=" }
    if takesFreeOptions { parts.append("name=value …") }
    return parts.joined(separator: " ")
  }
}

extension OperandSignature {
  /// The operand as it is typed in a usage line.
  fileprivate var usage: String {
    switch kind {
    case .text, .file: "\"\(name)\""
    case .setting: "\(name) value"
    case .value, .shape, .cell, .name, .word, .verb, .call, .anyCall, .any: name
    }
  }
}
