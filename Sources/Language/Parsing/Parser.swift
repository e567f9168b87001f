/// A recursive-descent parser that checks each application against its verb's signature.
///
/// Statements, expressions, applications and options have an extension each. A block will be one
/// more parser of statements, in `Parser+Statements.swift`.
struct Parser {
  let source: SourceText
  let verbs: VerbTable
  let tokens: [Token]
  private let lexicalErrors: [Int: SyntaxError]
  private let openBracket: Token?

  var position = 0
  /// The brackets, signs, exponents and prefixes around the current token.
  private var depth = 0
  /// True directly inside a matrix, where a space separates elements.
  var separatesBySpace = false
  /// True in an `expect`, outside of its brackets.
  var isInsideExpectation = false

  init(_ source: SourceText, verbs: VerbTable) {
    let lexer = Lexer(source)
    self.source = source
    self.verbs = verbs
    tokens = lexer.tokens
    lexicalErrors = lexer.errors
    openBracket = lexer.openBrackets.last
  }

  // MARK: Tokens

  var token: Token { tokens[position] }

  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  /// The token before the current one; the first stands for its own predecessor.
  var previous: Token { tokens[max(0, position - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let current = tokens[position]
    if position < tokens.count - 1 { position += 1 }
    return current
  }

  func text(_ token: Token) -> String { source.text(token.span) }

  /// The span from an offset to the end of the last token read.
  func span(from start: Int) -> SourceSpan { SourceSpan(start, previous.end) }

  // MARK: Bounds

  /// Runs a parser one level deeper.
  mutating func nested<Result>(
    _ parse: (inout Parser) throws(SyntaxError) -> Result
  ) throws(SyntaxError) -> Result {
    guard depth < Limits.nestingDepth else { throw SyntaxError(.nestedTooDeep, token.span) }
    depth += 1
    defer { depth -= 1 }
    return try parse(&self)
  }

  /// Runs a parser inside brackets, where the rules of a matrix and of `expect` end.
  mutating func bracketed<Result>(
    isMatrix: Bool, _ parse: (inout Parser) throws(SyntaxError) -> Result
  ) throws(SyntaxError) -> Result {
    let (outerSpace, outerExpectation) = (separatesBySpace, isInsideExpectation)
    separatesBySpace = isMatrix
    isInsideExpectation = false
    defer { (separatesBySpace, isInsideExpectation) = (outerSpace, outerExpectation) }
    return try nested(parse)
  }

  /// A node of the tree, unless the tree gets too high with it.
  func node(_ kind: Expression.Kind, from start: Int) throws(SyntaxError) -> Expression {
    let expression = Expression(kind, span(from: start))
    guard expression.height <= Limits.expressionHeight else {
      throw SyntaxError(.tooManyOperators, expression.span)
    }
    return expression
  }

  // MARK: The whole source

  /// Parses every statement; after an error it goes on with the next line.
  mutating func parseScript() -> Script {
    var statements: [Statement] = []
    var errors: [SyntaxError] = []
    if source.bytes.count > Limits.scriptBytes {
      errors.append(
        SyntaxError(.scriptTooLong(bytes: source.bytes.count), SourceSpan(0, 0)))
      return script([], errors)
    }
    if let offset = source.bytes.firstIndex(of: 0) {
      return script([], [SyntaxError(.nulByte, SourceSpan(offset, offset + 1))])
    }
    var lineEnd = -1
    while errors.count < Limits.diagnostics {
      while token.kind == .newline || token.kind == .semicolon { advance() }
      if token.kind == .end { break }
      do throws(SyntaxError) {
        if position > lineEnd { lineEnd = try measureLine() }
        statements.append(try parseStatement())
        guard token.endsStatement else { throw unexpected("an operator or the end of the line") }
      } catch {
        errors.append(error)
        while token.kind != .newline, token.kind != .end { advance() }
      }
    }
    return script(statements, errors)
  }

  private func script(_ statements: [Statement], _ errors: [SyntaxError]) -> Script {
    var isIncomplete = false
    if errors.count == 1, let error = errors.first {
      switch error.cause {
      case .unclosed, .danglingBackslash: isIncomplete = true
      default: break
      }
    }
    return Script(
      source: source, statements: statements, diagnostics: errors.map(\.diagnostic),
      isIncomplete: isIncomplete)
  }

  /// The index of the token that ends the line, whose length is bounded.
  private func measureLine() throws(SyntaxError) -> Int {
    var end = position
    while tokens[end].kind != .newline, tokens[end].kind != .end { end += 1 }
    let bytes = tokens[end].start - token.start
    guard bytes <= Limits.statementBytes else {
      throw SyntaxError(.statementTooLong(bytes: bytes), token.span)
    }
    return end
  }

  // MARK: Errors

  /// The error of the current token where something else was expected.
  ///
  /// A token the lexer refused tells why; the end of a text with an open bracket points at the
  /// bracket; and a few mistakes that people make get their own text.
  func unexpected(_ expected: String) -> SyntaxError {
    if let error = unreadable { return error }
    switch token.kind {
    case .comma where !separatesBySpace: return SyntaxError(.commaBetweenOperands, token.span)
    case .equals: return SyntaxError(.equalsInExpression, token.span)
    case .star where previous.kind == .star && !token.spaceBefore:
      return SyntaxError(.doubledStar, token.span)
    case .slash where following.kind == .slash && !following.spaceBefore,
      .slash where previous.kind == .slash && !token.spaceBefore:
      return SyntaxError(.doubledSlash, token.span)
    case .colon: return SyntaxError(.rangeOutsideIndex, token.span)
    case .leftBracket where previous.kind == .rightBracket && !token.spaceBefore:
      return SyntaxError(.indexOfMatrix, token.span)
    case _ where token.comparator != nil:
      return SyntaxError(.comparisonOutsideExpect, token.span)
    default: break
    }
    if previous.kind == .name, startsPrimary(token), position > 0 {
      let word = text(previous)
      if verbs.index(of: word) == nil, Keyword(rawValue: word) == nil {
        return unknownVerb(word, previous.span)
      }
    }
    return SyntaxError(.unexpected(found: describe(token), expected: expected), token.span)
  }

  /// Why nothing can be read at the current token, whatever was expected there.
  var unreadable: SyntaxError? {
    if let error = lexicalErrors[position] { return error }
    guard token.kind == .end, let openBracket else { return nil }
    return SyntaxError(.unclosed(text(openBracket)), openBracket.span)
  }

  func unknownVerb(_ word: String, _ span: SourceSpan) -> SyntaxError {
    let candidates = verbs.names + Keyword.allCases.filter { !$0.isReserved }.map(\.rawValue)
    return SyntaxError(
      .unknownVerb(word, nearest: Nearest.match(word, among: candidates)), span)
  }

  /// A token as messages name it.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .newline, .end: "the end of the line"
    case .text: "text"
    case .number: "the number \(shortened(token.span))"
    case .shape: "the shape \(shortened(token.span))"
    case .name: "`\(shortened(token.span))`"
    default: "`\(text(token))`"
    }
  }

  /// The text of a span on one line, cut where it is long.
  func shortened(_ span: SourceSpan) -> String {
    let text = source.text(SourceSpan(span.start, min(span.end, span.start + 160)))
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.count < text.count ? line.prefix(37) + "..." : text
  }
}

extension Script {
  /// Parses a source with the verbs of a table.
  ///
  ///     let script = Script(parsing: SourceText(name: "tour.pw", text: text), verbs: table)
  ///     for diagnostic in script.diagnostics { print(diagnostic.rendered(in: script.source)) }
  ///
  /// - Complexity: linear in the length of the source.
  public init(parsing source: SourceText, verbs: VerbTable) {
    var parser = Parser(source, verbs: verbs)
    self = parser.parseScript()
  }
}
