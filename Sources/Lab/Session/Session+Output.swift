import Language
import Rendering

extension Session {
  /// Prints what `draw` makes of a context: on the console for its own, in the transcript as on an
  /// 80-column terminal without colour.
  func present(_ draw: (RenderContext) throws -> String) rethrows {
    let context = renderContext
    let text = try draw(context)
    if isMuted { return }
    if captured != nil {
      captured? += text + "\n"
      return
    }
    console.write(text + "\n")
    guard keepsTranscript else { return }
    let recorded = recordedContext
    transcript.printed((recorded == context ? text : try draw(recorded)) + "\n")
  }

  /// Prints text that is the same in every context, and a line break.
  func write(_ text: String) { present { _ in text } }

  /// Prints what is another text each time, which a recording has to stand for with wildcards.
  func present(recordedAs pattern: String, _ draw: (RenderContext) throws -> String) rethrows {
    let text = try draw(renderContext)
    if isMuted { return }
    if !text.isEmpty { console.write(text + "\n") }
    if keepsTranscript { transcript.printed(pattern + "\n") }
  }

  /// Prints lines that are the same in every context.
  func write(_ lines: [String]) {
    if !lines.isEmpty { write(lines.joined(separator: "\n")) }
  }

  /// Prints a remark on standard error.
  func writeDiagnostic(_ text: String) {
    if isMuted { return }
    console.writeDiagnostic(text + "\n")
    if keepsTranscript { transcript.printed(text + "\n") }
  }

  /// Prints why a statement failed.
  func report(_ diagnostic: Diagnostic) {
    if isMuted { return }
    func text(_ diagnostic: Diagnostic, _ source: SourceText, _ context: RenderContext) -> String {
      diagnostic.rendered(in: source, width: max(20, context.width ?? 100)) + "\n"
    }
    console.writeDiagnostic(text(diagnostic, source, renderContext))
    guard keepsTranscript else { return }
    if let noted, runDepth == 0 {
      // A script's recording is replayed statement by statement: places count from each start.
      transcript.printed(text(diagnostic.moved(by: -noted.start), noted.source, recordedContext))
    } else {
      transcript.printed(text(diagnostic, source, recordedContext))
    }
  }

  /// Prints why a verb of the session's own failed, with the lines of its definition.
  func report(_ foreign: ForeignDiagnostic) {
    let outer = (source, noted)
    (source, noted) = (foreign.source, nil)
    defer { (source, noted) = outer }
    report(foreign.diagnostic)
  }

  /// What `watch` draws now, each a verb's output; one that fails says nothing.
  func watchedText() -> String {
    captured = ""
    let shown = lastShown
    defer { (captured, lastShown) = (nil, shown) }
    for call in watches { try? Evaluator(session: self).run(call) }
    return captured ?? ""
  }

  /// Runs the body without printing anything.
  func withoutOutput<Result>(_ body: () throws -> Result) rethrows -> Result {
    let outer = isMuted
    isMuted = true
    defer { isMuted = outer }
    return try body()
  }

  /// What results are drawn for on the console now.
  var renderContext: RenderContext {
    RenderContext(
      width: settings.width ?? console.width, height: console.height,
      elides: settings.width ?? console.width != nil, color: console.colorDepth, box: settings.box,
      digits: settings.digits)
  }

  /// What tables are drawn for in files: nothing is elided.
  var fileContext: RenderContext {
    RenderContext(width: settings.width, box: settings.box, digits: settings.digits)
  }

  /// What results are drawn for in a recorded session.
  private var recordedContext: RenderContext {
    RenderContext(
      width: settings.width ?? CapturingConsole.recordedWidth,
      height: CapturingConsole.recordedHeight, elides: true, box: settings.box,
      digits: settings.digits)
  }
}
