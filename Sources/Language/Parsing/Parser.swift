/// A recursive-descent parser that checks each application against its verb's signature.
///
/// Statements, blocks, definitions, expressions, applications and options have an extension each.
struct Parser {
  let source: SourceText
  /// The verbs so far: a `def` adds its own.
  var verbs: VerbTable
  let tokens: [Token]
  private let lexicalErrors: [Int: SyntaxError]
  let openBracket: Token?
  /// The names that a `def` anywhere in the source defines.
  private let definedNames: Set<String>

  var position = 0
  /// The errors so far, at most ``Limits/diagnostics``.
  var errors: [SyntaxError] = []
  /// The brackets, signs, exponents, prefixes and blocks around the current token.
  private(set) var depth = 0
  /// The blocks around the current token.
  var blockDepth = 0
  /// True once the text has ended inside a block.
  var endsInsideBlock = false
  /// The index of the token that ends the last line whose length was measured.
  private var lineEnd = -1
  /// True directly inside a matrix, where a space separates elements.
  var separatesBySpace = false
  /// The options of the statement around, outside of its brackets: an application that does not
  /// know one of them took it by mistake.
  var outerOptions: [String] = []

  init(_ source: SourceText, verbs: VerbTable) {
    let lexer = Lexer(source)
    self.source = source
    self.verbs = verbs
    tokens = lexer.tokens
    lexicalErrors = lexer.errors
    openBracket = lexer.openBrackets.last
    definedNames = Self.definedNames(in: source, lexer.tokens)
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

  /// Runs a parser inside brackets, where the rules of a matrix and of the statement end.
  mutating func bracketed<Result>(
    isMatrix: Bool, _ parse: (inout Parser) throws(SyntaxError) -> Result
  ) throws(SyntaxError) -> Result {
    let outer = (separatesBySpace, outerOptions)
    separatesBySpace = isMatrix
    outerOptions = []
    defer { (separatesBySpace, outerOptions) = outer }
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
    if source.bytes.count > Limits.scriptBytes {
      record(SyntaxError(.scriptTooLong(bytes: source.bytes.count), SourceSpan(0, 0)))
      return script([])
    }
    if let offset = source.bytes.firstIndex(of: 0) {
      record(SyntaxError(.nulByte, SourceSpan(offset, offset + 1)))
      return script([])
    }
    let statements = parseStatements()
    return script(statements)
  }

  /// The statements up to the end of the text or, inside a block, up to its `end`.
  mutating func parseStatements() -> [Statement] {
    var statements: [Statement] = []
    while errors.count < Limits.diagnostics {
      while token.kind == .newline || token.kind == .semicolon { advance() }
      if token.kind == .end || (blockDepth > 0 && closesBlock(at: position)) { break }
      var resumption = position
      do throws(SyntaxError) {
        if position > lineEnd { lineEnd = try measureLine() }
        let statement = try parseStatement()
        resumption = position
        try finishStatement("an operator or the end of the line")
        statements.append(statement)
      } catch {
        record(error)
        skipLine(from: resumption)
      }
    }
    return statements
  }

  private func script(_ statements: [Statement]) -> Script {
    Script(
      source: source, statements: statements,
      diagnostics: errors.sorted { $0.span.start < $1.span.start }.map(\.diagnostic),
      isIncomplete: isIncomplete)
  }

  /// Whether more lines could make the text legal. An open block waits for its `end` even after an
  /// error: whoever types or pastes it then has the whole block to mend.
  private var isIncomplete: Bool {
    guard let last = errors.last, errors.count == 1 || endsInsideBlock else { return false }
    switch last.cause {
    case .unclosed, .unclosedBlock, .danglingBackslash: return true
    default: return false
    }
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
    guard let openBracket else { return nil }
    if token.kind == .end { return SyntaxError(.unclosed(text(openBracket)), openBracket.span) }
    guard token.lineBefore, blockDepth > 0, isEnd(token) else { return nil }
    return SyntaxError(.unclosedBeforeEnd(text(openBracket)), openBracket.span)
  }

  private static func definedNames(in source: SourceText, _ tokens: [Token]) -> Set<String> {
    var names: Set<String> = []
    for (keyword, name) in zip(tokens, tokens.dropFirst())
    where keyword.kind == .name && name.kind == .name && keyword.end - keyword.start == 3
      && source.bytes[keyword.start..<keyword.end].elementsEqual("def".utf8)
    {
      names.insert(source.text(name.span))
    }
    return names
  }

  func unknownVerb(_ word: String, _ span: SourceSpan) -> SyntaxError {
    if definedNames.contains(word) { return SyntaxError(.definedBelow(word), span) }
    let candidates = verbs.names + Keyword.allCases.map(\.rawValue)
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
