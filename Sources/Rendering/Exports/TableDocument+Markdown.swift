import Text

extension TableDocument {
  /// The document in Markdown: a table for each slice, its caption in bold before it.
  public var markdown: String {
    var parts = tables.map(\.markdown)
    parts += notes.map(MarkdownText.escaped)
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension TableLayout {
  fileprivate var markdown: String {
    var lines: [String] = []
    if let caption { lines += ["**\(MarkdownText.escaped(caption))**", ""] }
    var sides = columns.map(\.alignment)
    var texts = [columns.map { hasColumnHeaders ? MarkdownText.escaped($0.header) : "" }]
    texts += rows.map { $0.cells.map(MarkdownText.cell) }
    if hasRowHeaders {
      sides.insert(rowHeaderAlignment, at: 0)
      texts[0].insert(MarkdownText.escaped(corner), at: 0)
      for (place, row) in rows.enumerated() {
        let header = MarkdownText.escaped(row.header)
        texts[place + 1].insert(header.isEmpty ? "" : "**\(header)**", at: 0)
      }
    }
    let widths = sides.indices.map { column in
      texts.reduce(4) { max($0, column < $1.count ? DisplayText.width($1[column]) : 0) }
    }
    let rules = zip(sides, widths).map { side, width in
      let dashes = String(repeating: "-", count: width - 1)
      return side == .right ? dashes + ":" : ":" + dashes
    }
    texts.insert(rules, at: 1)
    lines += texts.map { Self.line($0, sides, widths) }
    return lines.joined(separator: "\n")
  }

  /// A line that reads as a table even where nobody typesets it.
  private static func line(
    _ texts: [String], _ sides: [TableColumn.Alignment], _ widths: [Int]
  ) -> String {
    var line = "|"
    for (text, (side, width)) in zip(texts, zip(sides, widths)) {
      let blanks = String(repeating: " ", count: width - DisplayText.width(text))
      line += " " + (side == .right ? blanks + text : text + blanks) + " |"
    }
    return line
  }
}

/// Text that Markdown shows as it is.
enum MarkdownText {
  static func cell(_ cell: TableCell) -> String {
    let text = escaped(cell.text)
    return cell.emphasis == .marked ? "**[\(text)]**" : text
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "#", "~": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
  }
}
