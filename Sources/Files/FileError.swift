/// Why a file could not be read or written.
public struct FileError: Error, Hashable {
  /// The path as it was given.
  public let path: String
  /// What was wrong.
  public let cause: Cause

  /// Makes an error.
  public init(_ path: String, _ cause: Cause) {
    self.path = path
    self.cause = cause
  }
}
