import Text

/// Prose broken at blanks so that no line exceeds a width; a word that is wider is cut.
enum Paragraph {
  /// The lines; all but the first begin with `indent` blanks.
  static func lines(_ text: String, within columns: Int, indent: Int = 2) -> [TextLine] {
    DisplayText.lines(text, within: columns, indent: indent).map { TextLine($0) }
  }
}
