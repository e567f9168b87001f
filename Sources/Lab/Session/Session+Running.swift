import Kernels
public import Language
import Provenance
import Rendering

extension Session {
  /// How a script ended.
  public enum Ending: Sendable {
    /// Every line did what it should.
    case success
    /// A line failed, or an expectation did not hold.
    case failure
    /// The user stopped it.
    case interrupted
  }

  /// Whether a text needs more lines before it can run: an open bracket or a trailing `\`.
  public func isIncomplete(_ text: String) -> Bool {
    Script(parsing: SourceText(name: "", text: text), verbs: table).isIncomplete
  }

  /// Runs one entry of the prompt. Whatever fails is said; the session goes on. A stop that was asked
  /// for since the line was entered holds: the prompt forgets earlier ones before it reads a line.
  @discardableResult
  public func runEntry(_ text: String) -> Ending {
    isAtPrompt = true
    noted = nil
    transcript.typed(text)
    let ending = run(SourceText(name: "", text: text), mode: .prompt)
    if ending == .success, isRecordAlone(text) { transcript.forgetLast() }
    updateRecording()
    return ending
  }

  /// Runs a script: parsed whole first, then statement by statement.
  ///
  /// - Parameters:
  ///   - source: the text, with the name its diagnostics begin with.
  ///   - folder: where its relative file names start; nil is the working directory.
  public func runScript(_ source: SourceText, folder: String? = nil) -> Ending {
    if runDepth == 0 { prepareToRecord([source]) }
    let outer = self.folder
    self.folder = folder
    defer { self.folder = outer }
    let ending = run(source, mode: .script)
    if runDepth == 0 { updateRecording() }
    return ending
  }

  private func run(_ source: SourceText, mode: Mode) -> Ending {
    let outer = (self.source, lastEchoedLine, self.mode)
    (self.source, lastEchoedLine, self.mode) = (source, 0, mode)
    defer { (self.source, lastEchoedLine, self.mode) = outer }
    let survey = ScriptSurvey(table)
    let script = survey.parse(source, names: boundNames, folder: folder)
    if mode == .script, let misuse = Self.misuse(script) {
      reportUnparsed([misuse])
      return .failure
    }
    // A verb may be unknown because the file that defines it is.
    reportUnparsed(script.diagnostics.isEmpty ? [] : survey.unread + script.diagnostics)
    var ending = script.diagnostics.isEmpty ? Ending.success : .failure
    // Nothing of a script runs that does not parse, unless it is to go on whatever fails.
    guard ending == .success || keepsGoing && mode == .script else { return ending }
    for statement in script.statements where !Self.isDamaged(statement, script.diagnostics) {
      if wantsToQuit || !console.isOpen { break }
      if mode == .script { note(statement) }
      switch run(statement, mode) {
      case .success: break
      case .interrupted: return .interrupted
      case .failure:
        ending = .failure
        // A prompt's entry ends at its first failure too: what follows was written to come after.
        guard keepsGoing, mode == .script else { return ending }
      }
    }
    return ending
  }

  /// Prints the lines of a script's statement where they are echoed, and keeps it for a recording.
  private func note(_ statement: Statement) {
    // What a script prints belongs to the line that runs it.
    if keepsTranscript, runDepth == 0, !statement.isRecord {
      // A recording is replayed as typed at a prompt, where a binding would echo.
      let text = recordedText(of: statement) + (statement.isQuietInScripts ? ";" : "")
      transcript.typed(text)
      noted = (SourceText(name: "", text: text), statement.span.start)
    }
    guard echoesLines else { return }
    let first = source.location(of: statement.span.start).line
    let last = source.location(of: statement.span.end).line
    for line in stride(from: max(first, lastEchoedLine + 1), through: last, by: 1) {
      console.write("> \(source.text(source.lineSpan(line)))\n")
    }
    lastEchoedLine = max(last, lastEchoedLine)
  }

  /// A script's statement as it gives the same without the values of the command line.
  private func recordedText(of statement: Statement) -> String {
    if case .parameter(let name, _, _) = statement.kind, let value = parameterTexts[name] {
      return "\(name) = \(value)"
    }
    return source.text(statement.span)
  }

  private func run(_ statement: Statement, _ mode: Mode) -> Ending {
    guard statement.isRecord, runDepth == 0 else { return runRecorded(statement, mode) }
    let printed = transcript.entries.last?.printed.utf8.count ?? 0
    isOffRecord = true
    defer { isOffRecord = false }
    let ending = runRecorded(statement, mode)
    // A replay records nothing, so that it would not fail.
    if ending != .success, mode == .prompt {
      let before = source.text(SourceSpan(0, statement.span.start))
      transcript.cutLast(to: Self.withoutBlanksAtEnd(before), printed: printed)
    }
    return ending
  }

  private static func withoutBlanksAtEnd(_ text: String) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private func runRecorded(_ statement: Statement, _ mode: Mode) -> Ending {
    if runDepth == 0 { remarks = [] }
    let before = checkpoint()
    do {
      try Interrupt.check()
      try StatementRunner(session: self, mode: mode).run(Analyser(of: self).code(statement))
      keep(before)
      return .success
    } catch let stop as LoopStopped {
      keep(before)
      writeDiagnostic("interrupted in round \(stop.round + 1) of \(stop.count)")
      if runDepth == 0 { Interrupt.clear() }
      return .interrupted
    } catch {
      takeBack(before)
      return say(error, at: statement.span)
    }
  }

  /// Whether an entry does nothing but start or stop a recording, which is no part of it.
  private func isRecordAlone(_ text: String) -> Bool {
    let statements = Script(parsing: SourceText(name: "", text: text), verbs: table)
      .statements
    return statements.count == 1 && statements[0].isRecord
  }

  /// Says why a statement failed, unless a script inside it has said so.
  private func say(_ error: any Error, at span: SourceSpan) -> Ending {
    if Explanation.isInterruption(error) {
      guard runDepth == 0 else { return .interrupted }
      Interrupt.clear()
      writeDiagnostic("interrupted")
      return .interrupted
    }
    switch error {
    case let diagnostic as Diagnostic: report(diagnostic)
    case let foreign as ForeignDiagnostic: report(foreign)
    case is ScriptStopped: break
    default: report(Explanation(error).diagnostic(at: Site(span)))
    }
    return .failure
  }
}

extension Statement {
  /// Whether it starts or stops a recording.
  fileprivate var isRecord: Bool {
    if case .command(let call) = kind { call.verb == "record" } else { false }
  }

  /// Whether a script prints nothing for it where a prompt would.
  fileprivate var isQuietInScripts: Bool {
    switch kind {
    case .binding, .indexedBinding, .parameter: true
    case .expression: isSilenced
    case .time(let inner): inner.isQuietInScripts
    case .command, .expectation, .expectFails, .refused, .loop, .definition: false
    }
  }
}
