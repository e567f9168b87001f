import Text

extension TableDocument {
  /// The document as a whole HTML page that needs nothing beside it.
  ///
  /// - Parameter title: what the window is called.
  public func html(title: String) -> String {
    var text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(MarkupText.escaped(DisplayText.escaped(title)))</title>
      <style>
      body { font: 15px ui-monospace, monospace; margin: 2em; }
      div { display: flex; flex-wrap: wrap; gap: 2em; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      caption { font-weight: bold; text-align: left; padding-bottom: 0.3em; }
      th, td { padding: 0.15em 0.5em; text-align: right; white-space: pre; }
      th { font-weight: normal; color: #666; }
      thead tr:last-child th { border-bottom: 1px solid #999; }
      tbody th { border-right: 1px solid #999; }
      .left { text-align: left; }
      .marked { outline: 2px solid #c40; }
      .alarming { color: #c00; font-weight: bold; }
      </style>
      </head>
      <body>
      <div>

      """
    for table in tables { text += table.html }
    text += "</div>\n"
    for note in notes { text += "<p>\(MarkupText.escaped(note))</p>\n" }
    return text + "</body>\n</html>\n"
  }
}

extension TableLayout {
  fileprivate var html: String {
    var text = "<table>\n"
    if let caption { text += "<caption>\(MarkupText.escaped(caption))</caption>\n" }
    if hasColumnHeaders { text += htmlHead }
    text += "<tbody>\n"
    for row in rows {
      text += "<tr>"
      if hasRowHeaders {
        let side = rowHeaderAlignment == .left ? " class=\"left\"" : ""
        text += "<th scope=\"row\"\(side)>\(MarkupText.escaped(row.header))</th>"
      }
      for (cell, column) in zip(row.cells, columns) { text += Self.html(cell, column) }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n"
  }

  private var htmlHead: String {
    var text = "<thead>\n<tr>"
    if hasRowHeaders { text += "<th>\(MarkupText.escaped(corner))</th>" }
    for column in columns {
      let side = column.alignment == .left ? " class=\"left\"" : ""
      text += "<th scope=\"col\"\(side)>\(MarkupText.escaped(column.header))</th>"
    }
    return text + "</tr>\n</thead>\n"
  }

  private static func html(_ cell: TableCell, _ column: TableColumn) -> String {
    var classes: [String] = []
    if column.alignment == .left { classes.append("left") }
    switch cell.emphasis {
    case .none: break
    case .marked: classes.append("marked")
    case .alarming: classes.append("alarming")
    }
    var attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    if let background = cell.background {
      let ink = background.isLight ? "#000" : "#fff"
      attribute += " style=\"background: \(background.hexadecimal); color: \(ink)\""
    }
    // Blanks keep points under points: a page keeps them, see `white-space`.
    let blanks = String(repeating: " ", count: cell.blanksAfter)
    return "<td\(attribute)>\(MarkupText.escaped(cell.text))\(blanks)</td>"
  }
}
