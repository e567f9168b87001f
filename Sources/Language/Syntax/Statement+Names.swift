extension Statement {
  /// The names that the statement binds, those of statements inside it included, in the order of
  /// the text. What a verb binds, as `load` does for an archive, cannot be seen here.
  public var boundNames: [String] {
    switch kind {
    case .binding(let name, _, _), .indexedBinding(let name, _, _, _), .parameter(let name, _, _):
      [name]
    case .expression, .command, .expectation, .refused, .definition: []
    case .expectFails(let inner), .time(let inner): inner.boundNames
    case .loop(let loop): loop.boundNames
    }
  }
}

extension Loop {
  /// The names that its header and its statements bind.
  public var boundNames: [String] {
    var names: [String] = []
    if case .range(let variable, _, _, _) = rounds { names.append(variable.name) }
    return names + body.flatMap(\.boundNames)
  }
}
