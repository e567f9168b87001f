import Kernels
import Language
import Provenance
import Rendering
import Tensors

/// Runs one statement in a session.
struct StatementRunner {
  let session: Session
  let mode: Session.Mode

  private var analyser: Analyser { Analyser(names: session.names, verbs: session.verbs) }
  private var evaluator: Evaluator { Evaluator(session: session) }

  /// - Throws: a `Diagnostic`, or `Interrupted`; the session is then as it was before.
  func run(_ statement: Statement) throws {
    let isSilent = statement.isSilenced
    switch statement.kind {
    case .binding(let name, _, let value):
      try bind(name, settled(evaluator.node(analyser.code(value))), isSilent)
    case .indexedBinding(let name, let span, let items, let value):
      let node = try replacing(name, span, items, value)
      try bind(name, node, isSilent)
    case .expression(let expression):
      let node = try settled(evaluator.node(analyser.code(expression)))
      if !isSilent { try show(node, expression) }
    case .command(let application):
      try evaluator.run(analyser.call(application))
    case .parameter(let name, _, let value):
      session.askedParameters.insert(name)
      let node = try session.parameters[name] ?? evaluator.node(analyser.code(value))
      try bind(name, settled(node), isSilent)
    case .expectation(let expectation):
      try ExpectationCheck(evaluator: evaluator, analyser: analyser).check(expectation)
    case .expectFails(let inner): try expectFailure(of: inner)
    case .time(let inner): try time(inner)
    case .loop(let loop):
      throw Diagnostic(
        "`\(loop.keyword.rawValue)` is read, but does not run yet", at: loop.keywordSpan)
    case .definition(let definition):
      throw Diagnostic("`def` is read, but does not run yet", at: definition.name.span)
    case .refused(let diagnostic): throw diagnostic
    }
  }

  private func bind(_ name: String, _ node: Node, _ isSilent: Bool) throws {
    session.bind(name, to: node)
    guard mode == .prompt, !isSilent else { return }
    try session.present { try SummaryLine.text(of: node.value.source, named: name, $0) }
  }

  private func settled(_ node: Node) throws -> Node {
    try node.settled(in: session.settings.elementType)
  }

  private func show(_ node: Node, _ expression: Expression) throws {
    let site = Site(expression.span)
    try located(site) {
      let title = session.title(of: expression)
      try session.present { try Display(node.value.source, named: title).text($0) }
    }
    session.lastShown = node
  }

  private func replacing(
    _ name: String, _ span: SourceSpan, _ items: [IndexItem], _ value: Expression
  ) throws -> Node {
    let current = try evaluator.node(.name(slot: session.names.slot(of: name), span))
    let part = try evaluator.node(analyser.code(value))
    let site = Analyser.site(ofIndex: items, of: span)
    let kept = try evaluator.sliceItems(analyser.indices(items), site)
    return try located(site) {
      let tensor = try current.value.tensor()
      let cells = try part.value.tensor().converted(to: tensor.elementType)
      do {
        return Node(try tensor.replacing(kept, with: cells))
      } catch TensorError.notBroadcastable(let given, let due, _) {
        throw Diagnostic(
          "\(given) does not fill \(name)[…], which is \(due)", at: value.span, note: "\(given)")
      }
    }
  }

  private func expectFailure(of statement: Statement) throws {
    let before = session.state
    defer { session.state = before }
    do {
      try session.withoutOutput { try run(statement) }
    } catch is Diagnostic {
      return
    } catch is ScriptStopped {
      return
    }
    throw Diagnostic(
      "expected this to fail, and it did not", at: statement.span,
      help: "without `expect fails` the line is legal")
  }

  private func time(_ statement: Statement) throws {
    let clock = ContinuousClock()
    let start = clock.now
    try run(statement)
    session.write(
      "time: \(Quantity.duration(seconds: start.duration(to: clock.now) / .seconds(1)))")
  }
}
