import Foundation

/// A folder of a test's own, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "patchwork-terminal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes an empty file, and the folders on its way; a name that ends in "/" makes a folder.
  func make(_ name: String) throws {
    let whole = path + "/" + name
    let folder = name.hasSuffix("/") ? whole : (whole as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if !name.hasSuffix("/") { try Data().write(to: URL(fileURLWithPath: whole)) }
  }
}
