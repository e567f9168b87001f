/// The rows of the verb table, in the order help shows them.
public enum VerbGroup: String, Sendable, CaseIterable {
  /// Values out of nothing
  case making
  /// Values laid out anew
  case shaping
  /// Numbers computed cell by cell or along axes
  case arithmetic
  /// Everything that slides a window
  case windows
  /// Derivatives and what is done with them
  case gradients
  /// Pictures, tables and explanations
  case seeing
  /// Reading and writing
  case files
  /// The names, the settings and the prompt
  case session
  /// Verbs that a `def` made
  case defined

  /// The heading of the group.
  public var title: String {
    switch self {
    case .session: "the session"
    case .defined: "defined here"
    default: rawValue
    }
  }
}
