/// Why the history could not be kept. The session goes on without it.
enum HistoryError: Error, Hashable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(path: String, code: Int32)
  /// The file cannot be made or added to.
  case unwritable(path: String, code: Int32)
  /// Something else stands where the file belongs.
  case notAFile(path: String)

  /// The cause in a sentence, as it stands after `warning: `.
  var description: String {
    switch self {
    case .unreadable(let path, let code):
      "cannot read the history \(path): \(Environment.text(ofError: code))"
    case .unwritable(let path, let code):
      "cannot write the history \(path): \(Environment.text(ofError: code))"
    case .notAFile(let path):
      "the history \(path) is not a file"
    }
  }
}
