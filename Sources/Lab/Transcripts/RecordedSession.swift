/// A Markdown file with recorded blocks in it: everything else is prose, kept as it is.
struct RecordedSession: Hashable, Sendable {
  /// A stretch of the file.
  enum Part: Hashable, Sendable {
    /// Lines that are not looked at, fences included.
    case prose([String])
    /// The lines between the fences of a block marked `patchwork`, the first at this line (from 1).
    case block([String], firstLine: Int)
  }

  var parts: [Part] = []
  private let endsWithLineBreak: Bool

  /// Reads a file's text. A block that is not closed runs to the end.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
    }
    endsWithLineBreak = lines.last == ""
    if endsWithLineBreak { lines.removeLast() }
    var prose: [String] = []
    var place = 0
    while place < lines.count {
      prose.append(lines[place])
      place += 1
      guard Self.opensBlock(prose[prose.count - 1]) else { continue }
      parts.append(.prose(prose))
      prose = []
      let first = place
      while place < lines.count, !lines[place].hasPrefix("```") { place += 1 }
      parts.append(.block(Array(lines[first..<place]), firstLine: first + 1))
    }
    if !prose.isEmpty { parts.append(.prose(prose)) }
  }

  /// The file's text.
  var text: String {
    let lines = parts.flatMap { part in
      switch part {
      case .prose(let lines), .block(let lines, _): lines
      }
    }
    return lines.joined(separator: "\n") + (endsWithLineBreak ? "\n" : "")
  }

  private static func opensBlock(_ line: String) -> Bool {
    line.hasPrefix("```") && line.drop { $0 == "`" }.prefix { $0 != " " } == "patchwork"
  }
}
