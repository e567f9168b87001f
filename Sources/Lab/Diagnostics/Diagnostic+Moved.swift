import Language

extension Diagnostic {
  /// The same diagnostic for a text that starts elsewhere.
  func moved(by offset: Int) -> Diagnostic {
    func moved(_ span: SourceSpan) -> SourceSpan {
      SourceSpan(span.start + offset, span.end + offset)
    }
    var result = self
    result.span = moved(span)
    result.secondary = secondary.map { Note($0.text, at: $0.span.map(moved)) }
    return result
  }
}
