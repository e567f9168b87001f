/// A recursive-descent parser that checks each application against its verb's signature.
///
/// Statements, blocks, definitions, expressions, applications and options have an extension each.
struct Parser {
  let source: SourceText
  /// The verbs so far: a `def` adds its own.
  var verbs: VerbTable
  let tokens: [Token]
  /// Why the lexer refused the token at an index.
  let lexicalErrors: [Int: SyntaxError]
  /// The innermost bracket that is open at the end of the text.
  let openBracket: Token?
  /// The names that have a value: those handed in, and what the source binds.
  let valueNames: Set<String>
  /// The names that a `def` anywhere in the source defines.
  let definedNames: Set<String>

  var position = 0
  /// The errors so far, at most ``Limits/diagnostics``.
  var errors: [SyntaxError] = []
  /// The brackets, signs, exponents, prefixes and blocks around the current token.
  private(set) var depth = 0
  /// The blocks around the current token.
  var blockDepth = 0
  /// True once the text has ended inside a block.
  var endsInsideBlock = false
  /// The blocks whose `end` is indented less than they are: it may be that of a block around.
  var misaligned: [(keyword: Keyword, opener: Token, end: Token)] = []
  /// The index of the token that ends the last line whose length was measured.
  private var lineEnd = -1
  /// True directly inside a matrix, where a space separates elements.
  var separatesBySpace = false
  /// The options of the statement around, outside of its brackets: an application that does not
  /// know one of them took it by mistake.
  var outerOptions: [OptionSignature] = []

  /// The verbs after a statement that runs a file, for the name it has there and the verbs before.
  let verbsAfterRunning: Script.VerbsAfterRunning

  init(
    _ source: SourceText, verbs: VerbTable, names: [String],
    verbsAfterRunning: @escaping Script.VerbsAfterRunning
  ) {
    self.verbsAfterRunning = verbsAfterRunning
    let lexer = Lexer(source)
    self.source = source
    self.verbs = verbs
    tokens = lexer.tokens
    lexicalErrors = lexer.errors
    openBracket = lexer.openBrackets.last
    definedNames = Self.definedNames(in: source, lexer.tokens)
    valueNames = Set(names).union(Self.boundNames(in: source, lexer.tokens))
  }

  /// What stands before a `=` where a statement begins.
  private static func boundNames(in source: SourceText, _ tokens: [Token]) -> Set<String> {
    var names: Set<String> = []
    for (place, token) in tokens.enumerated().dropLast()
    where token.kind == .name && tokens[place + 1].kind == .equals
      && (place == 0 || tokens[place - 1].endsStatement)
    {
      names.insert(source.text(token.span))
    }
    return names
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
      verbs: verbs, isIncomplete: isIncomplete)
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
}

extension Script {
  /// What verbs there are after a statement such as `run "lib.pw"`: it gets the file's name as it is
  /// written, its place, and the verbs before.
  public typealias VerbsAfterRunning = (
    _ file: String, _ span: SourceSpan, _ verbs: VerbTable
  ) -> VerbTable

  /// Parses a source with the verbs of a table.
  ///
  ///     let script = Script(parsing: SourceText(name: "tour.pw", text: text), verbs: table)
  ///     for diagnostic in script.diagnostics { print(diagnostic.rendered(in: script.source)) }
  ///
  /// - Parameters:
  ///   - names: the names that have a value already; hints tell them from misspelt verbs.
  ///   - verbsAfterRunning: what the statements after one that runs a file may use.
  /// - Complexity: linear in the length of the source.
  public init(
    parsing source: SourceText, verbs: VerbTable, names: [String] = [],
    verbsAfterRunning: @escaping VerbsAfterRunning = { _, _, verbs in verbs }
  ) {
    var parser = Parser(
      source, verbs: verbs, names: names, verbsAfterRunning: verbsAfterRunning)
    self = parser.parseScript()
  }
}
