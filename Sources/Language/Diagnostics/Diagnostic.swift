/// One error with its place, ready to be shown.
public struct Diagnostic: Error, Sendable, Hashable {
  /// A remark about a second place that has its share in the error.
  public struct Note: Sendable, Hashable {
    /// The remark, for example `k is 5x5`.
    public var text: String
    /// Its place; a note without one, or on the line of the error, stands beside the caret.
    public var span: SourceSpan?

    /// A remark, with its place where there is one.
    public init(_ text: String, at span: SourceSpan? = nil) {
      self.text = text
      self.span = span
    }
  }

  /// What is wrong, in one line, naming the numbers that disagree.
  public var message: String
  /// The place the caret points at: its start.
  public var span: SourceSpan
  /// The remark beside the caret; may be empty.
  public var note: String
  /// Remarks about other places.
  public var secondary: [Note]
  /// The nearest edit that would make the line legal; lines are separated by `\n`.
  public var help: String?

  /// An error at a place.
  public init(
    _ message: String, at span: SourceSpan, note: String = "", secondary: [Note] = [],
    help: String? = nil
  ) {
    self.message = message
    self.span = span
    self.note = note
    self.secondary = secondary
    self.help = help
  }
}
