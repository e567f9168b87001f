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
  /// What ends its lines: that of the first one.
  private let lineBreak: String
  private let endsWithLineBreak: Bool

  /// Reads a file's text. A block that is not closed runs to the end.
  init(_ text: String) {
    // As bytes: a carriage return and a line feed are one character.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    lineBreak = lines.first?.utf8.last == 0x0D ? "\r\n" : "\n"
    lines = lines.map { $0.utf8.last == 0x0D ? String($0.dropLast()) : $0 }
    endsWithLineBreak = lines.count > 1 && lines.last == ""
    if endsWithLineBreak { lines.removeLast() }
    var prose: [String] = []
    var place = 0
    while place < lines.count {
      prose.append(lines[place])
      place += 1
      guard let fence = Fence(opening: lines[place - 1]) else { continue }
      let end = lines[place...].firstIndex { fence.isClosed(by: $0) } ?? lines.count
      if fence.mark == "patchwork" {
        parts.append(.prose(prose))
        prose = []
        parts.append(.block(Array(lines[place..<end]), firstLine: place + 1))
      } else {
        prose += lines[place..<end]
      }
      prose += lines[end..<min(end + 1, lines.count)]
      place = end + 1
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
    return lines.joined(separator: lineBreak) + (endsWithLineBreak ? lineBreak : "")
  }
}
