import Files

/// The names of files that continue what has been typed of one.
enum FileNames {
  /// The names that a partial one may become, each in quotes as the language wants them.
  ///
  /// - Parameter partial: What has been typed, with or without its opening quote.
  static func candidates(for partial: Substring) -> [CompletionEdit.Candidate] {
    let path = unquoted(partial)
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<split])
    let entries = FolderListing.entries(
      of: folder.isEmpty ? "." : folder, startingWith: String(path[split...]))
    return entries.map {
      let slash = $0.isFolder ? "/" : ""
      return CompletionEdit.Candidate(
        label: $0.name + slash, typed: "\"" + escaped(folder + $0.name) + slash,
        ending: $0.isFolder ? "" : "\" ")
    }
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
