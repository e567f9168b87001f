import Rendering
import Tensors

/// A file that holds a table as it is shown, in place of a value's cells.
enum TableFile: String {
  case md, tex, html, svg

  /// The form that a file's name asks for by its ending; nil if it asks for cells.
  init?(named path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// The file's text: all of the value's table, nothing elided.
  ///
  /// - Throws: `RenderingError` for a lazy value of more than a million cells.
  func text(of source: any CellSource, named name: String?, _ settings: Settings) throws -> String {
    let context = RenderContext(width: settings.width, box: settings.box, digits: settings.digits)
    let display = Display(source, named: name)
    let document = try Table.document(of: source, display.request, context)
    return switch self {
    case .md: document.markdown
    case .tex: document.latex
    case .html: document.html(title: name ?? "Patchwork")
    case .svg: document.svg(columns: settings.width ?? 100)
    }
  }
}
