extension Parser {
  private typealias Header = (name: Identifier, parameters: [Identifier])

  /// `def net x k … end`. From its first line on, and so inside its own body too, its name is a
  /// verb.
  mutating func parseDefinition() throws(SyntaxError) -> Statement.Kind {
    guard depth == 1 else { throw SyntaxError(.misplacedDefinition, token.span) }
    let opener = advance()
    var name: Identifier?
    let header: Result<Header, SyntaxError> = parseHeader { parser throws(SyntaxError) in
      let defined = try parser.parseDefinedName()
      name = defined
      return (defined, try parser.parseParameters(of: defined))
    }
    switch header {
    case .success((let name, let parameters)):
      return .definition(parseDefinition(of: name, parameters, openedAt: opener, header))
    case .failure(let error):
      // Its uses are no further errors, whatever operands it was meant to take.
      if let name {
        let operands = [OperandSignature("x", .any, .variadic)]
        verbs.add(Self.signature(of: name, operands, isCommand: false))
      }
      _ = parseBody(of: .def, openedAt: opener, after: header)
      return .refused(error.diagnostic)
    }
  }

  /// The body. Whether the verb gives a value is known only at its end: a command that calls itself
  /// is read again, so that those calls are commands too.
  private mutating func parseDefinition(
    of name: Identifier, _ parameters: [Identifier], openedAt opener: Token,
    _ header: Result<Header, SyntaxError>
  ) -> Definition {
    let first = position
    let known = errors.count
    let operands = parameters.map { OperandSignature($0.name, .value) }
    var definition = Definition(
      name: name, parameters: parameters, body: [],
      signature: Self.signature(of: name, operands, isCommand: false))
    verbs.add(definition.signature)
    definition.body = parseBody(of: .def, openedAt: opener, after: header)
    guard definition.result == nil, errors.count == known else { return definition }
    definition.signature.isCommand = true
    verbs.add(definition.signature)
    if tokens[first..<position].contains(where: { $0.kind == .name && text($0) == name.name }) {
      position = first
      definition.body = parseBody(of: .def, openedAt: opener, after: header)
    }
    return definition
  }

  private static func signature(
    of name: Identifier, _ operands: [OperandSignature], isCommand: Bool
  ) -> VerbSignature {
    VerbSignature(
      name.name, summary: "a verb that `def` made", group: .defined, operands: operands,
      isCommand: isCommand)
  }

  // MARK: The header

  private mutating func parseDefinedName() throws(SyntaxError) -> Identifier {
    guard token.kind == .name else { throw definitionForm() }
    let word = text(token)
    if verbs[word]?.isUserDefined == true {
      return Identifier(name: word, span: advance().span)
    }
    if verbs.index(of: word) != nil { throw SyntaxError(.builtInDefined(word), token.span) }
    return try parseBoundName()
  }

  private mutating func parseParameters(
    of name: Identifier
  ) throws(SyntaxError) -> [Identifier] {
    var parameters: [Identifier] = []
    var known: Set<String> = [name.name]
    while !token.endsStatement {
      if isEnd(token) { break }
      guard token.kind == .name else { throw definitionForm() }
      let parameter = try parseBoundName()
      guard known.insert(parameter.name).inserted else {
        throw SyntaxError(.repeatedParameter(parameter.name), parameter.span)
      }
      parameters.append(parameter)
    }
    return parameters
  }

  private func definitionForm() -> SyntaxError {
    unreadable
      ?? SyntaxError(.definitionForm, token.endsStatement ? previous.span : token.span)
  }
}
