extension Session {
  /// A file name as the system takes it: a relative one starts at the script's folder, and at the
  /// prompt at the working directory.
  func resolved(_ path: String) -> String { Self.resolved(path, in: folder) }

  /// A file name as the system takes it: a relative one starts at a folder, nil and "" being the
  /// working directory.
  static func resolved(_ path: String, in folder: String?) -> String {
    guard let folder, !folder.isEmpty, !path.isEmpty, !path.hasPrefix("/") else { return path }
    return Self.path(of: path, in: folder)
  }

  /// The path of a name in a folder.
  static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder part of a path; empty for a name alone.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
