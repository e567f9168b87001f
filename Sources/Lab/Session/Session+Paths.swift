extension Session {
  /// A file name as the system takes it: a relative one starts at the script's folder, and at the
  /// prompt at the working directory.
  func resolved(_ path: String) -> String {
    guard let folder, !folder.isEmpty, !path.hasPrefix("/") else { return path }
    return folder + "/" + path
  }

  /// The folder part of a path; empty for a name alone.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
