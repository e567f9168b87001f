/// A source parsed whole: a script before anything of it runs, or one entry at the prompt.
public struct Script: Sendable {
  /// What was parsed.
  public let source: SourceText
  /// The statements that are well formed. Run them only when ``diagnostics`` is empty.
  public let statements: [Statement]
  /// What is wrong, by position, at most ``Limits/diagnostics``.
  public let diagnostics: [Diagnostic]
  /// The verbs that the text after it may use: those handed in, and what it defines.
  public let verbs: VerbTable
  /// True when the text ends inside a bracket or a block or after a `\`, and more lines could make
  /// it legal: the prompt then asks for the next line. A block is read up to its `end` even when a
  /// statement inside is wrong. A script file has to be taken as it is, and ``diagnostics`` points
  /// at what is open.
  public let isIncomplete: Bool
}
