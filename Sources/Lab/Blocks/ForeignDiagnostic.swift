import Language

/// A diagnostic whose places lie in another text than the one that runs: that of a definition.
struct ForeignDiagnostic: Error {
  /// Where a defined verb was called.
  struct Caller {
    let span: SourceSpan
    let source: SourceText
  }

  let diagnostic: Diagnostic
  /// What its places point into.
  let source: SourceText
  /// The calls that led there from other texts, the innermost first.
  private(set) var callers: [Caller] = []

  init(_ diagnostic: Diagnostic, in source: SourceText) {
    self.diagnostic = diagnostic
    self.source = source
  }

  /// The same, called from one more place; a verb that calls itself does so from one place.
  func called(from span: SourceSpan, in source: SourceText) -> ForeignDiagnostic {
    var result = self
    let isKnown = callers.contains { $0.span == span && $0.source.bytes == source.bytes }
    if !isKnown { result.callers.append(Caller(span: span, source: source)) }
    return result
  }
}

extension Diagnostic {
  /// The same, called from a place in the same text; one on the error's own line says no more.
  func called(from span: SourceSpan, in source: SourceText) -> Diagnostic {
    let note = Note("called from here", at: span)
    func line(_ span: SourceSpan) -> Int { source.location(of: span.start).line }
    guard !secondary.contains(note), line(span) != line(self.span) else { return self }
    var result = self
    result.secondary.append(note)
    return result
  }
}
