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

  /// Prints a remark on what a statement does, once however often its loops go round.
  func noteOnce(_ text: String) {
    if remarks.insert(text).inserted { writeDiagnostic("note: \(text)") }
  }

  /// Prints why a statement failed.
  func report(_ diagnostic: Diagnostic) {
    report { isRecorded, width, breaks in
      guard isRecorded, let noted = self.noted, self.runDepth == 0 else {
        return diagnostic.rendered(in: self.source, width: width, breaksMessage: breaks)
      }
      // A script's recording is replayed statement by statement: places count from each start.
      return diagnostic.moved(by: -noted.start).rendered(in: noted.source, width: width)
    }
  }

  /// Prints why a verb of the session's own failed, with the lines of its definition and those that
  /// called it.
  func report(_ foreign: ForeignDiagnostic) {
    report { isRecorded, width, breaks in
      let error = foreign.diagnostic.rendered(
        in: foreign.source, width: width, breaksMessage: breaks)
      let callers = foreign.callers.map { caller in
        var (source, span) = (caller.source, caller.span)
        if isRecorded, let noted = self.noted, self.runDepth == 0, source.bytes == self.source.bytes
        {
          (source, span) = (
            noted.source, SourceSpan(span.start - noted.start, span.end - noted.start)
          )
        }
        return Diagnostic.quotation("called from here", at: span, in: source, width: width)
      }
      return ([error] + callers).joined(separator: "\n")
    }
  }

  /// Prints a diagnostic's text, which may be another one in a recording. Its message stays on one line
  /// where there is no screen: programs read it there.
  private func report(_ text: (_ isRecorded: Bool, _ width: Int, _ breaks: Bool) -> String) {
    if isMuted { return }
    func print(_ isRecorded: Bool, _ context: RenderContext) -> String {
      text(isRecorded, max(20, context.width ?? 100), context.width != nil) + "\n"
    }
    console.writeDiagnostic(print(false, renderContext))
    if keepsTranscript { transcript.printed(print(true, recordedContext)) }
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
