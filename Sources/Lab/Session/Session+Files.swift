import Files
import Kernels
public import Language
import Provenance

extension Session {
  /// How deep scripts may run scripts.
  private static let largestRunDepth = 50

  /// Runs a script file inside a line: its names are the session's.
  func runFile(_ path: String, parameters: [(name: String, node: Node)]) throws {
    guard runDepth < Self.largestRunDepth else {
      throw Explanation(
        "scripts run one another more than \(Self.largestRunDepth) deep", role: "name")
    }
    if Self.isMarkdown(path) {
      throw Explanation(
        "\(path) is Markdown, not a script", role: "name",
        help: "`patchwork check \(path)` replays its blocks")
    }
    let resolved = resolved(path)
    let bytes = try ScriptReader.bytes(ofFile: resolved)
    let outer = self.parameters
    for (name, node) in parameters { self.parameters[name] = node }
    runDepth += 1
    defer {
      self.parameters = outer
      runDepth -= 1
    }
    let source = SourceText(name: resolved, bytes: bytes)
    switch runScript(source, folder: Self.folder(of: resolved)) {
    case .success: return
    case .failure: throw ScriptStopped()
    case .interrupted: throw Interrupted()
    }
  }

  /// What is wrong with the values of the command line for scripts that are to run: a line for each
  /// that no `param` asks for, with the nearest that does. None if a script cannot be read whole.
  public func parameterFaults(
    for scripts: [(source: SourceText, folder: String?)]
  ) -> [String] {
    if parameters.isEmpty || scripts.isEmpty { return [] }
    let survey = ScriptSurvey(table)
    for script in scripts { _ = survey.parse(script.source, folder: script.folder) }
    guard survey.isWhole else { return [] }
    let place = scripts.count == 1 ? scripts[0].source.name : "these scripts"
    return parameters.keys.filter { !survey.parameters.contains($0) }.sorted().map { name in
      let known = survey.parameters.sorted()
      let remedy =
        Nearest.match(name, among: known).map { "; did you mean `\($0)`?" }
        ?? (known.isEmpty ? ", nor any other" : ", only \(known.joined(separator: ", "))")
      return "no `param \(name)` in \(place)\(remedy)"
    }
  }

  /// A remark for each value of the command line that no `param` has asked for: a misspelt name
  /// would otherwise change nothing, and nobody would know.
  public var parameterRemarks: [String] {
    parameters.keys.filter { !askedParameters.contains($0) }.sorted().map { name in
      let nearest = Nearest.match(name, among: askedParameters.sorted())
      return "note: no `param \(name)` in what ran"
        + (nearest.map { "; did you mean `\($0)`?" } ?? "")
    }
  }

  /// Gives a script's `param` a value, as the command line writes it: `epochs=500`.
  ///
  /// - Throws: a `Diagnostic` if the text is not one expression with a value.
  public func give(_ name: String, _ text: String) throws {
    let source = SourceText(name: name, text: text)
    let script = Script(parsing: source, verbs: table)
    if let diagnostic = script.diagnostics.first { throw diagnostic }
    guard script.statements.count == 1, case .expression(let expression) = script.statements[0].kind
    else {
      throw Diagnostic(
        "a parameter's value is one expression", at: SourceSpan(0, source.bytes.count))
    }
    let analyser = Analyser(of: self)
    parameters[name] = try Evaluator(session: self).node(analyser.code(expression))
    parameterTexts[name] = text
  }
}
