#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What lies in a folder, by the names that can be typed.
public enum FolderListing {
  /// An entry of a folder.
  public struct Entry: Hashable, Sendable {
    /// Its name, without the folder.
    public var name: String
    /// Whether it is a folder itself.
    public var isFolder: Bool
  }

  /// Beyond this a folder is not looked through further.
  private static let limit = 10_000

  /// The entries of a folder, in order; none if it cannot be read. Hidden ones only if the start
  /// has their dot.
  public static func entries(of folder: String, startingWith start: String = "") -> [Entry] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while entries.count < limit, let record = readdir(stream) {
      guard let name = name(of: record), name.hasPrefix(start), name != ".", name != "..",
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { continue }
      entries.append(Entry(name: name, isFolder: isFolder(FilePath.joined(folder, name))))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// An entry's name; nil if it could not be typed: not UTF-8, or with control characters.
  private static func name(of record: UnsafeMutablePointer<dirent>) -> String? {
    let name = withUnsafeBytes(of: &record.pointee.d_name) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let name else { return nil }
    let hasControl = name.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
    }
    return hasControl ? nil : name
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
