/// One option that a verb takes.
public struct OptionSignature: Sendable {
  /// What an option takes. A name or a bracketed expression stands for a value of any kind but
  /// `text`, `file` and `words`.
  public enum Kind: Sendable {
    /// `5`
    case integer
    /// `1e-9`
    case number
    /// `true`, `false`
    case boolean
    /// `2`, or `2x1` (rows×columns)
    case extent
    /// `1`, `1x2` (rows×columns), `0x1x0x1` (top×left×bottom×right), or one of
    /// ``OptionSignature/paddingWords``
    case padding
    /// One of these words
    case words([String])
    /// A value: anything but text
    case value
    /// `"text"`
    case text
    /// `"name.npy"`
    case file
    /// `1,2` or `10:20`
    case indexList
    /// Anything, text too
    case any
  }

  /// The words that a padding may be.
  public static let paddingWords = ["same", "same-lower", "full", "valid"]

  /// The option's name.
  public var name: String
  /// What it takes.
  public var kind: Kind
  /// What holds when it is not given, as it would be written.
  public var defaultText: String?
  /// One line about it.
  public var summary: String

  /// An option.
  public init(
    _ name: String, _ kind: Kind, default defaultText: String? = nil, summary: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.defaultText = defaultText
    self.summary = summary
  }

  /// The words that win over names after the option's `=`.
  public var words: [String] {
    switch kind {
    case .words(let words): words
    case .padding: Self.paddingWords
    case .boolean: ["true", "false"]
    case .integer, .number, .extent, .value, .text, .file, .indexList, .any: []
    }
  }
}
