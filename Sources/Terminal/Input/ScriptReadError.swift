/// Standard input cannot be read: it is closed, or a directory.
public struct ScriptReadError: Error, Hashable, CustomStringConvertible {
  /// The system's `errno`.
  public let code: Int32

  /// The cause in a sentence, as it stands after `error: `.
  public var description: String {
    "cannot read standard input: \(Environment.text(ofError: code))"
  }
}
