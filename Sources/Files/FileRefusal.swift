/// An array of a file that cannot be read, while others of the file can.
public struct FileRefusal: Sendable, Hashable {
  /// The array's name.
  public let name: String
  /// What was wrong.
  public let cause: FileError.Cause
}
