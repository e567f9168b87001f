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
    case .bind(let code): try bind(code, settled(evaluator.node(code.value)))
    case .replace(let code): try replace(code)
    case .show(let code):
      switch try evaluator.outcome(code.value) {
      case .value(let node): try show(settled(node), code.expression, code.isSilent)
      case .bindings(let bindings): try bind(bindings, code.expression, code.isSilent)
      }
    case .command(let call): try evaluator.run(call)
    case .definedCommand(let call):
      _ = try session.call(call, operands: try call.operands.map(evaluator.node))
    case .parameter(let name, let code):
      session.askedParameters.insert(name)
      try bind(code, settled(session.parameters[name] ?? evaluator.node(code.value)))
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

  private func bind(_ code: BindingCode, _ node: Node) throws {
    session.boundPast(of: node, named: code.target)
    session.bind(code.target, to: node)
    guard mode == .prompt, !code.isSilent, case .global(let slot, _) = code.target else { return }
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

  /// Binds a name to a copy of its value in which some cells are others; where nobody else holds the
  /// value, its own cells are replaced, which nobody can tell from that.
  private func replace(_ code: ReplacementCode) throws {
    let type = try evaluator.node(code.target.code).value.elementType
    let part = try evaluator.node(code.value)
    let items = try evaluator.sliceItems(code.items, code.site)
    try located(code.site) {
      let cells = try part.tensor().converted(to: type)
      do {
        if try session.replaceCells(of: code.target, items, with: cells) { return }
        let tensor = try evaluator.node(code.target.code).tensor()
        session.bind(code.target, to: Node(try tensor.replacing(items, with: cells)))
      } catch TensorError.notBroadcastable(let given, let due, _) {
        throw Diagnostic(
          "\(given) does not fill \(session.name(of: code.target))[…], which is \(due)",
          at: code.span, note: "\(given)")
      }
    }
  }

  private func expectFailure(of statement: StatementCode, _ span: SourceSpan) throws {
    let before = session.checkpoint()
    let locals = session.frame?.nodes
    defer {
      session.takeBack(before)
      if let locals { session.frame?.nodes = locals }
    }
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
