import Language
import Provenance

extension Analyser {
  /// Analyses a statement, and the bodies of its blocks with it.
  func code(_ statement: Statement) throws(Diagnostic) -> StatementCode {
    let isSilent = statement.isSilenced
    switch statement.kind {
    case .binding(let name, let span, let value):
      return .bind(BindingCode(target(name, span), try code(value), isSilent: isSilent))
    case .indexedBinding(let name, let span, let items, let value):
      return .replace(
        ReplacementCode(
          target(name, span), try indices(items), try code(value),
          site: Self.site(ofIndex: items, of: span), span: value.span))
    case .expression(let expression):
      return .show(ShownCode(try code(expression), expression, isSilent: isSilent))
    case .command(let application):
      guard application.verbIndex != nil else {
        return .definedCommand(try definedCall(application))
      }
      return .command(try call(application))
    case .parameter(let name, let span, let value):
      return .parameter(
        name, BindingCode(target(name, span), try code(value), isSilent: isSilent))
    case .expectation(let expectation): return .expect(try code(expectation))
    case .expectFails(let inner): return .expectFails(try code(inner), inner.span)
    case .time(let inner): return .time(try code(inner))
    case .refused(let diagnostic): return .refused(diagnostic)
    case .loop(let loop): return .loop(try code(loop))
    case .definition(let definition): return .define(try code(definition))
    }
  }

  private func code(_ loop: Loop) throws(Diagnostic) -> LoopCode {
    let rounds: LoopCode.Rounds
    switch loop.rounds {
    case .count(let count): rounds = .times(try code(count), count.span)
    case .range(let variable, let lower, let upper, let step):
      rounds = .range(
        variable: target(variable.name, variable.span), lower: try code(lower),
        upper: try code(upper), step: try optional(step), lower.span.union(upper.span))
    }
    let watched = loop.watched.map { ($0.name, target($0.name, $0.span)) }
    let names = loop.boundNames
    let bound = loop.body.flatMap(\.boundNames)
      .filter { name in !loop.watched.contains { $0.name == name } }
      .map { ($0, target($0, loop.keywordSpan)) }
    let body = try codes(loop.body)
    return LoopCode(
      rounds, watched: watched, bound: bound,
      boundNames: body.contains(where: \.mayBindUnseen) ? nil : Set(names), body: body,
      span: loop.keywordSpan)
  }

  private func code(_ definition: Definition) throws(Diagnostic) -> DefinedVerb {
    let locals = definition.localNames
    let inner = Analyser(names: names, verbs: verbs, source: source, locals: locals)
    return DefinedVerb(
      signature: definition.signature, locals: locals, source: source,
      body: try inner.codes(definition.body))
  }

  private func codes(_ statements: [Statement]) throws(Diagnostic) -> [StatementCode] {
    var codes: [StatementCode] = []
    for statement in statements { codes.append(try code(statement)) }
    return codes
  }

  private func code(_ expectation: Expectation) throws(Diagnostic) -> ExpectationCode {
    let (left, right) = (expectation.left, expectation.right)
    let tolerance: (code: Code, span: SourceSpan)? =
      if let given = expectation.tolerance { (try code(given), given.span) } else { nil }
    return ExpectationCode(
      expectation.comparator, left: try code(left), right: try code(right),
      tolerance: tolerance,
      site: Site(
        expectation.comparatorSpan,
        [Site.Part("left", at: left.span), Site.Part("right", at: right.span)]))
  }

  /// What a binding of a name binds: inside a definition its own name, else the session's.
  func target(_ name: String, _ span: SourceSpan) -> Target {
    if let place = locals.firstIndex(of: name) { return .local(place, span) }
    return .global(slot: names.slot(of: name), span)
  }
}
