import Language

extension Statement {
  /// The statement as an S-expression; a silenced one ends with `;`.
  var outline: String { kind.outline + (isSilenced ? ";" : "") }
}

extension Statement.Kind {
  fileprivate var outline: String {
    switch self {
    case .binding(let name, _, let value): "(= \(name) \(value.outline))"
    case .indexedBinding(let name, _, let items, let value):
      "(= \(name)\(LanguageTests.outline(items)) \(value.outline))"
    case .expression(let expression): expression.outline
    case .command(let application): "!" + application.outline
    case .parameter(let name, _, let value): "(param \(name) \(value.outline))"
    case .expectation(let expectation):
      "(expect \(expectation.left.outline) \(expectation.comparator.rawValue) "
        + expectation.right.outline
        + (expectation.tolerance.map { " tol=\($0.outline)" } ?? "") + ")"
    case .expectFails(let statement): "(fails \(statement.outline))"
    case .refused(let diagnostic): "(refused: \(diagnostic.message))"
    case .time(let statement): "(time \(statement.outline))"
    case .loop(let loop): loop.outline
    case .definition(let definition): definition.outline
    }
  }
}

extension Loop {
  fileprivate var outline: String {
    var parts = [keyword.rawValue]
    switch rounds {
    case .count(let count): parts.append(count.outline)
    case .range(let variable, let lower, let upper, let step):
      parts.append("\(variable.name) \(lower.outline):\(upper.outline)")
      if let step { parts.append("step=\(step.outline)") }
    }
    if !watched.isEmpty {
      parts.append("watch=" + watched.map(\.name).joined(separator: ","))
    }
    return "(" + parts.joined(separator: " ") + body.blockOutline + ")"
  }
}

extension Definition {
  /// A `!` before the name marks a command.
  fileprivate var outline: String {
    let verb = (signature.isCommand ? "!" : "") + name.name
    return "(def (" + ([verb] + parameters.map(\.name)).joined(separator: " ") + ")"
      + body.blockOutline + ")"
  }
}

extension [Statement] {
  fileprivate var blockOutline: String { " {" + map(\.outline).joined(separator: " ") + "}" }
}

extension Expression {
  var outline: String {
    switch kind {
    case .number(let number): number.integer.map(String.init) ?? "\(number.value)"
    case .shape(let extents): extents.map(String.init).joined(separator: "x")
    case .matrix(let literal):
      "[\(literal.extents.map(String.init).joined(separator: "x")): "
        + literal.cells.map(\.outline).joined(separator: " ") + "]"
    case .text(let text): "\"\(text)\""
    case .word(let word): "'\(word)"
    case .name(let name): name
    case .index(let base, let items): base.outline + LanguageTests.outline(items)
    case .application(let application): application.outline
    case .negation(let operand): "(- \(operand.outline))"
    case .binary(let symbol, let left, let right, _):
      "(\(symbol.rawValue) \(left.outline) \(right.outline))"
    }
  }
}

extension Application {
  var outline: String {
    let parts = [verb] + operands.map(\.outline) + options.map { "\($0.name)=\($0.value.outline)" }
    return "(\(parts.joined(separator: " ")))"
  }
}

extension OptionArgument.Value {
  fileprivate var outline: String {
    switch self {
    case .word(let word): "'\(word)"
    case .expression(let expression): expression.outline
    case .indices(let items): LanguageTests.outline(items)
    }
  }
}

func outline(_ items: [IndexItem]) -> String {
  let texts = items.map { item in
    switch item.kind {
    case .all: ":"
    case .at(let expression): expression.outline
    case .range(let lower, let upper, let step):
      "\(lower?.outline ?? ""):\(upper?.outline ?? "")" + (step.map { ":\($0.outline)" } ?? "")
    }
  }
  return "[\(texts.joined(separator: ","))]"
}
