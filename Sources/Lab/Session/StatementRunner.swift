import Kernels
import Language
import Provenance
import Rendering
import Tensors

/// Runs statements in a session.
struct StatementRunner {
  let session: Session
  let mode: Session.Mode

  private var evaluator: Evaluator { Evaluator(session: session) }

  /// - Throws: a `Diagnostic`, `Interrupted` or `LoopStopped`; whoever calls puts the session back.
  func run(_ code: StatementCode) throws {
    switch code {
    case .bind(let target, let value, let isSilent):
      try bind(target, settled(evaluator.node(value)), isSilent)
    case .replace(let target, let items, let value, let site, let span):
      try session.bind(target, to: replacing(target, items, value, site, span))
    case .show(let value, let expression, let isSilent):
      switch try evaluator.outcome(value) {
      case .value(let node): try show(settled(node), expression, isSilent)
      case .bindings(let bindings): try bind(bindings, expression, isSilent)
      }
    case .command(let call): try evaluator.run(call)
    case .definedCommand(let call):
      _ = try session.call(call, operands: try call.operands.map(evaluator.node))
    case .parameter(let name, let target, let value, let isSilent):
      session.askedParameters.insert(name)
      let node = try session.parameters[name] ?? evaluator.node(value)
      try bind(target, settled(node), isSilent)
    case .expect(let expectation): try ExpectationCheck(evaluator).check(expectation)
    case .expectFails(let inner, let span): try expectFailure(of: inner, span)
    case .time(let inner): try time(inner)
    case .loop(let loop):
      let inner = StatementRunner(session: session, mode: .script)
      try LoopRunner(runner: inner, loop: loop).run()
    case .define(let definition): session.define(definition)
    case .refused(let diagnostic): throw diagnostic
    }
  }

  private func bind(_ target: Target, _ node: Node, _ isSilent: Bool) throws {
    session.boundPast(of: node, named: target)
    session.bind(target, to: node)
    guard mode == .prompt, !isSilent, case .global(let slot, _) = target else { return }
    let name = session.names.name(of: slot)
    try session.present { try SummaryLine.text(of: node.value.source, named: name, $0) }
  }

  /// Binds what a statement found, and says what: nobody wrote the names down.
  private func bind(
    _ bindings: [(name: String, node: Node)], _ expression: Expression, _ isSilent: Bool
  ) throws {
    guard session.frame == nil else {
      throw Diagnostic(
        "a verb of one's own binds no names but those in its lines", at: expression.span,
        help: "`x = load \"file.npz\" name=\"x\"` binds one value")
    }
    for (name, node) in bindings { session.bind(name, to: node) }
    guard !isSilent, !bindings.isEmpty else { return }
    try session.present { context in
      try bindings.map { try SummaryLine.text(of: $0.node.value.source, named: $0.name, context) }
        .joined(separator: "\n")
    }
  }

  private func settled(_ node: Node) throws -> Node {
    try node.settled(in: session.settings.elementType)
  }

  /// Shows a value, or in a defined verb keeps it: the last one is what the verb gives.
  private func show(_ node: Node, _ expression: Expression, _ isSilent: Bool) throws {
    if let frame = session.frame {
      frame.result = node
      return
    }
    if isSilent { return }
    try located(Site(expression.span)) {
      let title = session.title(of: expression)
      try session.present { try Display(node.value.source, named: title).text($0) }
    }
    session.lastShown = node
  }

  private func replacing(
    _ target: Target, _ items: [IndexCode], _ value: Code, _ site: Site, _ span: SourceSpan
  ) throws -> Node {
    let current = try evaluator.node(target.code)
    let part = try evaluator.node(value)
    let kept = try evaluator.sliceItems(items, site)
    return try located(site) {
      let tensor = try current.value.tensor()
      let cells = try part.value.tensor().converted(to: tensor.elementType)
      do {
        return Node(try tensor.replacing(kept, with: cells))
      } catch TensorError.notBroadcastable(let given, let due, _) {
        throw Diagnostic(
          "\(given) does not fill \(session.name(of: target))[…], which is \(due)", at: span,
          note: "\(given)")
      }
    }
  }

  private func expectFailure(of statement: StatementCode, _ span: SourceSpan) throws {
    let before = session.state
    defer { session.state = before }
    do {
      try session.withoutOutput { try run(statement) }
    } catch  where error is Diagnostic || error is ForeignDiagnostic || error is ScriptStopped {
      return
    }
    throw Diagnostic(
      "expected this to fail, and it did not", at: span,
      help: "without `expect fails` the line is legal")
  }

  private func time(_ statement: StatementCode) throws {
    let clock = ContinuousClock()
    let start = clock.now
    try run(statement)
    let seconds = start.duration(to: clock.now) / .seconds(1)
    session.present(recordedAs: "time: [..]") { _ in
      "time: \(Quantity.duration(seconds: seconds))"
    }
  }
}
