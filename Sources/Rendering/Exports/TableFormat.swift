/// The formats that a table is saved in, as it is shown.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  /// A Markdown table.
  case markdown = "md"
  /// A LaTeX `tabular`.
  case latex = "tex"
  /// A page.
  case html
  /// A drawing.
  case svg

  /// The format that a file's name asks for by its ending; nil if it is none of these.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}

extension TableDocument {
  /// The document in a format, ending in a line break.
  ///
  /// - Parameter title: what a page is called.
  public func text(as format: TableFormat, title: String) -> String {
    switch format {
    case .markdown: markdown
    case .latex: latex
    case .html: html(title: title)
    case .svg: svg()
    }
  }
}
