extension TableDocument {
  /// The document in LaTeX: a `tabular` for each slice. It needs no package.
  public var latex: String {
    var parts = tables.map(\.latex)
    parts += notes.map(LaTeXText.escaped)
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension TableLayout {
  fileprivate var latex: String {
    var lines: [String] = []
    if let caption { lines.append("\\noindent\\textbf{\(LaTeXText.escaped(caption))}\\\\[2pt]") }
    lines.append("\\begin{tabular}{\(columnLetters)}")
    if hasColumnHeaders {
      let headers = columns.map { $0.isElision ? "$\\cdots$" : LaTeXText.escaped($0.header) }
      lines.append(line(LaTeXText.escaped(corner), headers))
      lines.append("  \\hline")
    }
    for row in rows {
      let texts = zip(row.cells, columns).map { cell, column in
        LaTeXText.cell(cell, inElidedRow: row.isElision, inElidedColumn: column.isElision)
      }
      lines.append(
        line(row.isElision ? "$\\vdots$" : LaTeXText.escaped(row.header), texts))
    }
    lines.append("\\end{tabular}")
    return lines.joined(separator: "\n")
  }

  private var columnLetters: String {
    let letters = columns.map { $0.alignment == .right ? "r" : "l" }.joined()
    guard hasRowHeaders else { return letters }
    return (rowHeaderAlignment == .right ? "r|" : "l|") + letters
  }

  private func line(_ header: String, _ texts: [String]) -> String {
    "  " + ((hasRowHeaders ? [header] : []) + texts).joined(separator: " & ") + " \\\\"
  }
}

/// Text that LaTeX sets as it is.
enum LaTeXText {
  static func cell(_ cell: TableCell, inElidedRow: Bool, inElidedColumn: Bool) -> String {
    switch (inElidedRow, inElidedColumn) {
    case (true, true): return "$\\ddots$"
    case (true, false): return "$\\vdots$"
    case (false, true): return "$\\cdots$"
    case (false, false): break
    }
    let text = cell.text
    // A hyphen is no minus: numbers are set as formulas.
    let isNumber = text.first == "-" && text.dropFirst().first?.isNumber == true
    let shown = isNumber ? "$\(text)$" : escaped(text)
    return cell.emphasis == .marked ? "\\fbox{\(shown)}" : shown
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "<": result += "\\textless{}"
      case ">": result += "\\textgreater{}"
      case "|": result += "\\textbar{}"
      case "[": result += "{[}"
      case "]": result += "{]}"
      default: result.append(character)
      }
    }
  }
}
