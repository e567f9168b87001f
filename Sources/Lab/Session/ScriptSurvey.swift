import Files
import Language

/// What scripts will define and ask for, known before anything of them runs: the files that they run
/// are read for it.
final class ScriptSurvey {
  /// The verbs that there are after the scripts read so far.
  private(set) var verbs: VerbTable
  /// The names that a `param` of the scripts binds.
  private(set) var parameters: Set<String> = []
  /// What kept a file from being read that the script itself runs, at its name there.
  private(set) var unread: [Diagnostic] = []
  /// Whether all texts could be read and parsed.
  private(set) var isWhole = true
  /// The files that were read, each once.
  private var files: Set<String> = []

  init(_ verbs: VerbTable) { self.verbs = verbs }

  /// Parses a script with what the files that it runs define.
  ///
  /// - Parameters:
  ///   - names: the names that have a value already.
  ///   - folder: where its relative file names start; nil is the working directory.
  func parse(_ source: SourceText, names: [String] = [], folder: String?) -> Script {
    let script = Script(parsing: source, verbs: verbs, names: names) { file, span, verbs in
      do {
        self.verbs = verbs
        try self.read(Session.resolved(file, in: folder))
      } catch {
        self.isWhole = false
        self.unread.append(Explanation(error).diagnostic(at: Site(span)))
      }
      return self.verbs
    }
    if !script.diagnostics.isEmpty { isWhole = false }
    parameters.formUnion(script.statements.compactMap(\.parameterName))
    verbs = script.verbs
    return script
  }

  private func read(_ file: String) throws {
    guard files.insert(file).inserted, !Session.isMarkdown(file) else { return }
    let known = unread
    // A pipe could not be read a second time, when it is run.
    let source = SourceText(name: file, bytes: try ScriptReader.bytes(ofOrdinaryFile: file))
    _ = parse(source, folder: Session.folder(of: file))
    unread = known
  }
}

extension Statement {
  fileprivate var parameterName: String? {
    switch kind {
    case .parameter(let name, _, _): name
    case .time(let inner), .expectFails(let inner): inner.parameterName
    default: nil
    }
  }
}
