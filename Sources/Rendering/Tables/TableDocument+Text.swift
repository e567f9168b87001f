extension TableDocument {
  /// The document for a screen, a pipe or a text file; no line break at its end, no blanks at any
  /// line's end.
  public func text(_ context: RenderContext) -> String {
    block(context).text
  }

  /// The document as lines.
  func block(_ context: RenderContext) -> TextBlock {
    var result = TextBlock.flowing(
      tables.map { $0.block(context) }, within: context.arrangedWidth)
    for note in notes {
      result.lines += Paragraph.lines(note, within: context.arrangedWidth)
    }
    return result
  }
}
