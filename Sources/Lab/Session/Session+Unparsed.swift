import Files
import Language

extension Session {
  /// Whether a file's name says that it is Markdown, which is replayed and not run.
  public static func isMarkdown(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".md") || name.hasSuffix(".markdown")
  }

  /// The one thing to say of a text that is no script at all, in place of an error for every line:
  /// Markdown, or lines with the mark of a prompt before them.
  static func misuse(_ script: Script) -> Diagnostic? {
    if script.diagnostics.isEmpty { return nil }
    let source = script.source
    let lines = (1...source.lineCount).lazy.map { source.lineSpan($0) }
    if let fence = lines.first(where: { Fence(opening: source.text($0))?.mark == "patchwork" }) {
      return Diagnostic(
        "this is Markdown, not a script", at: fence,
        help: "`patchwork check FILE.md` replays its blocks")
    }
    let starts = script.diagnostics.map { source.lineSpan(source.location(of: $0.span.start).line) }
    guard let typed = starts.first(where: { source.text($0).hasPrefix("> ") }) else { return nil }
    return Diagnostic(
      "`> ` stands before what was typed in a recorded session, not in a script",
      at: SourceSpan(typed.start, typed.start + 1),
      help: "leave it out, or replay the session: `patchwork check FILE.md`")
  }

  /// Whether there is an error in a statement: a block is read up to its end all the same.
  static func isDamaged(_ statement: Statement, _ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains {
      statement.span.start <= $0.span.start && $0.span.start < statement.span.end
    }
  }

  /// Reports what keeps a source from running. Of a script that is no part of a recording: only
  /// statements are recorded.
  func reportUnparsed(_ diagnostics: [Diagnostic]) {
    let outer = isOffRecord
    if mode == .script, runDepth == 0 { isOffRecord = true }
    defer { isOffRecord = outer }
    for diagnostic in diagnostics { report(diagnostic) }
  }
}
