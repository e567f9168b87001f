#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The names of files that continue what has been typed of one.
enum FileNames {
  /// A directory's entry.
  struct Entry: Hashable {
    var name: String
    var isDirectory: Bool
  }

  /// Beyond this a directory is not looked through further.
  private static let limit = 10_000

  /// The names that a partial one may become, each in quotes as the language wants them.
  ///
  /// - Parameter partial: What has been typed, with or without its opening quote.
  static func candidates(for partial: Substring) -> [CompletionEdit.Candidate] {
    let path = unquoted(partial)
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<split])
    return entries(of: folder.isEmpty ? "." : folder, startingWith: String(path[split...])).map {
      let slash = $0.isDirectory ? "/" : ""
      return CompletionEdit.Candidate(
        label: $0.name + slash, typed: "\"" + escaped(folder + $0.name) + slash,
        ending: $0.isDirectory ? "" : "\" ")
    }
  }

  /// The entries of a folder, in order. Hidden ones only if the start has their dot.
  static func entries(of folder: String, startingWith start: String) -> [Entry] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while entries.count < limit, let record = readdir(stream) {
      guard let name = name(of: record), name.hasPrefix(start), name != ".", name != "..",
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { continue }
      entries.append(Entry(name: name, isDirectory: isDirectory(folder + "/" + name)))
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

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { text, character in
      if character == "\"" || character == "\\" { text.append("\\") }
      text.append(character)
    }
  }

  /// What a partly typed text says, its quote and escapes taken off.
  private static func unquoted(_ partial: Substring) -> String {
    guard partial.first == "\"" else { return String(partial) }
    var text = ""
    var isEscaped = false
    for character in partial.dropFirst() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        text.append(character)
        isEscaped = false
      }
    }
    return text
  }
}
