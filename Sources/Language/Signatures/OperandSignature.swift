/// One operand that a verb takes.
public struct OperandSignature: Sendable {
  /// Whether an operand has to be there.
  public enum Presence: Sendable {
    /// It has to.
    case required
    /// It may be left out; only at the end.
    case optional
    /// Any number of them, also none; only at the end.
    case variadic
    /// One or more of them; only at the end, or before a file's name that ends the operands.
    case oneOrMore
  }

  /// What an operand is.
  public enum Kind: Sendable {
    /// A value: anything but text
    case value
    /// A shape: `3x3`, `5`, `[n, 400]`, or a value
    case shape
    /// `"text"`
    case text
    /// `"name.npy"`; the prompt completes file names in it
    case file
    /// A value with an index, `y[0, 0, 1, 2]`, or without one
    case cell
    /// The name of a binding, which is not read: `drop x`
    case name
    /// One of these words
    case word([String])
    /// The name of a verb, or one of these words: `help conv`
    case verb(or: [String])
    /// The rest of the line as one more application, of one of these verbs:
    /// `plan conv 3x227x227 96x3x11x11 stride=4`
    case call([String])
    /// As ``call``, of any verb, also one that gives no value: `watch plot losses`
    case anyCall
    /// A setting's name, and its value as a second operand unless the line ends:
    /// `set dtype f32`, `set digits`
    case setting([SettingSignature])
    /// Anything, text too
    case any
  }

  /// The name in the usage line, for example `k`.
  public var name: String
  /// The role in messages, for example `kernel`.
  public var role: String
  /// What it is.
  public var kind: Kind
  /// Whether it has to be there.
  public var presence: Presence
  /// One line about it.
  public var summary: String

  /// An operand; its role is its name unless said otherwise.
  public init(
    _ name: String, _ kind: Kind, _ presence: Presence = .required, role: String? = nil,
    summary: String = ""
  ) {
    self.name = name
    self.role = role ?? name
    self.kind = kind
    self.presence = presence
    self.summary = summary
  }
}
