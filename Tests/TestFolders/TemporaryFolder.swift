public import Foundation

/// A folder of a test's own, removed when the test is done with it.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes the folder, empty.
  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/patchwork-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in the folder.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and folders on the way to it.
  public func write(_ data: Data, to name: String) throws {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Writes a text file, and folders on the way to it.
  public func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file and gives its path.
  public func file(_ name: String, holding bytes: [UInt8]) throws -> String {
    try write(Data(bytes), to: name)
    return file(name)
  }

  /// Makes an empty file, and the folders on its way; a name that ends in "/" makes a folder.
  public func make(_ name: String) throws {
    guard name.hasSuffix("/") else { return try write(Data(), to: name) }
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true)
  }

  /// The bytes of a file.
  public func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: file(name))))
  }

  /// A file's text.
  public func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: file(name)), encoding: .utf8)
  }

  /// The names of what is in the folder, in order, hidden ones too.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// A file's permissions.
  public func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}
