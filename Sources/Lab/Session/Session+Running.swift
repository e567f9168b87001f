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
    Script(parsing: SourceText(name: "", text: text), verbs: verbs.table).isIncomplete
  }

  /// Runs one entry of the prompt. Whatever fails is said; the session goes on.
  @discardableResult
  public func runEntry(_ text: String) -> Ending {
    keepsTranscript = true
    transcript.typed(text)
    let ending = run(SourceText(name: "", text: text), mode: .prompt)
    updateRecording()
    return ending
  }

  /// Runs a script: parsed whole first, then statement by statement.
  ///
  /// - Parameters:
  ///   - source: the text, with the name its diagnostics begin with.
  ///   - folder: where its relative file names start; nil is the working directory.
  public func runScript(_ source: SourceText, folder: String? = nil) -> Ending {
    let outer = self.folder
    self.folder = folder
    defer { self.folder = outer }
    return run(source, mode: .script)
  }

  private func run(_ source: SourceText, mode: Mode) -> Ending {
    let outer = (self.source, lastEchoedLine)
    (self.source, lastEchoedLine) = (source, 0)
    defer { (self.source, lastEchoedLine) = outer }
    let script = Script(parsing: source, verbs: verbs.table)
    for diagnostic in script.diagnostics { report(diagnostic) }
    guard script.diagnostics.isEmpty else { return .failure }
    var ending = Ending.success
    for statement in script.statements {
      if wantsToQuit || !console.isOpen { break }
      if mode == .script { note(statement) }
      switch run(statement, mode) {
      case .success: continue
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
    if keepsTranscript {
      // A recording is replayed as typed at a prompt, where a binding would echo.
      transcript.typed(source.text(statement.span) + (statement.isQuietInScripts ? ";" : ""))
    }
    guard echoesLines else { return }
    let first = source.location(of: statement.span.start).line
    let last = source.location(of: statement.span.end).line
    for line in max(first, lastEchoedLine + 1)...max(first, last, lastEchoedLine + 1)
    where line <= last {
      console.write("> \(source.text(source.lineSpan(line)))\n")
    }
    lastEchoedLine = max(last, lastEchoedLine)
  }

  private func run(_ statement: Statement, _ mode: Mode) -> Ending {
    Interrupt.clear()
    do {
      try StatementRunner(session: self, mode: mode).run(statement)
      return .success
    } catch let diagnostic as Diagnostic {
      report(diagnostic)
      return .failure
    } catch is Interrupted {
      Interrupt.clear()
      writeDiagnostic("interrupted")
      return .interrupted
    } catch is ScriptStopped {
      return .failure
    } catch {
      report(Explanation(error).diagnostic(at: Site(span: statement.span, roles: [])))
      return .failure
    }
  }

  func report(_ diagnostic: Diagnostic) {
    writeDiagnostic(diagnostic.rendered(in: source, width: max(20, renderContext.width ?? 100)))
  }
}

extension Statement {
  /// Whether a script prints nothing for it where a prompt would.
  fileprivate var isQuietInScripts: Bool {
    switch kind {
    case .binding, .indexedBinding, .parameter: true
    case .expression: isSilenced
    default: false
    }
  }
}

/// A script that was run from a line failed, and has said why.
struct ScriptStopped: Error {}
