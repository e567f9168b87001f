/// What can be said of a path without asking the system, and where its links lead.
enum FilePath {
  /// - Throws: `unusablePath` for an empty path, or one with a zero byte, which would cut it short.
  static func requireUsable(_ path: String) throws(FileError.Cause) {
    if path.isEmpty || path.utf8.contains(0) { throw .unusablePath }
  }

  /// The folder of a path: `.` if it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of a name in a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  /// The letters after the last dot of the path's last part, in lower case; empty if there is none.
  static func ending(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    guard let name, let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased()
  }

  /// Follows symbolic links until a path that is none, which need not exist.
  static func followingLinks(_ path: String) throws(FileError.Cause) -> String {
    var target = path
    // The system itself gives up after 40.
    for _ in 0..<40 {
      guard let next = try SystemCalls.linkTarget(target) else { return target }
      target = next.utf8.first == UInt8(ascii: "/") ? next : joined(folder(of: target), next)
    }
    throw .linksInCircle
  }
}
