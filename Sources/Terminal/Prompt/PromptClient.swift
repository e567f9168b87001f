/// What a prompt serves: the session that runs what is typed.
public protocol PromptClient: AnyObject {
  /// Whether a statement goes on in the next line (an open bracket or block, a `\` at the end).
  func isIncomplete(_ text: String) -> Bool

  /// Runs what was entered: one statement or several, perhaps of several lines. It writes its own
  /// results and diagnostics, and stops soon after `Kernels.Interrupt` is requested.
  ///
  /// - Returns: False if it was stopped: what is left of a pasted block is then not run.
  func run(_ entry: String) -> Bool

  /// What earlier sessions entered, oldest first; told once, before the first entry.
  func take(history: [String])

  /// Whether the session has been asked to end.
  var wantsToQuit: Bool { get }

  /// What may stand at the cursor, given in bytes from the start of the text. The text may have
  /// several lines: those before the one being edited are part of it.
  func completions(for text: String, cursor: Int) -> Completions
}
