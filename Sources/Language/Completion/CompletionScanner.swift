/// Reads the tokens before the cursor, legal or not, and follows which application is open.
struct CompletionScanner {
  private let source: SourceText
  private let verbs: VerbTable
  private let tokens: [Token]
  private let endsInComment: Bool
  private var frames = [CompletionFrame(isStatementStart: true)]
  private var isExpectation = false
  /// True after `time` and `expect fails`.
  private var isPrefixed = false
  /// The blocks that are open.
  private var openBlocks = 0
  /// The names that the text binds before the current statement, and in it.
  private var boundNames: [String] = []
  private var namesOfStatement: [String] = []

  init(_ source: SourceText, verbs: VerbTable) {
    let lexer = Lexer(source)
    self.source = source
    self.verbs = verbs
    tokens = lexer.tokens.dropLast()
    endsInComment = lexer.endsInComment
  }

  private var frame: CompletionFrame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  mutating func scan() -> CompletionContext {
    let end = source.bytes.count
    let word = wordBeforeCursor
    var context = CompletionContext(start: word.start, partial: source.text(word.span))
    if endsInComment { return CompletionContext(start: end, partial: "") }
    if let last = tokens.last, last.end == end, word.start == end, !allowsWordAfter(last) {
      return CompletionContext(start: end, partial: "")
    }
    read(upTo: word.firstToken)
    if let last = tokens.last, last.kind == .openText {
      context.start = last.start + 1
      context.partial = TextLiteral.decode(source.bytes[(last.start + 1)..<end])
      context.offersFiles = isFileDue
      return context
    }
    if let clause = frame.clause {
      if clause == .range { context.words = ["in"] }
    } else if let option = frame.pendingOption {
      offerValue(option.kind, in: &context)
    } else if let verb = frame.verb {
      offerArguments(of: verb, in: &context)
      if word.firstToken > 0, tokens[word.firstToken - 1].kind == .minus { context.options = [] }
    } else {
      offerExpression(in: &context)
    }
    if context.offersNames { context.words += boundNames }
    return context
  }

  // MARK: The word at the cursor

  /// The word that touches the end of the text, and the index of its first token. After an option's
  /// `=` dashes belong to the word.
  private var wordBeforeCursor: (start: Int, span: SourceSpan, firstToken: Int) {
    let end = source.bytes.count
    var first = tokens.count
    while first > 0, tokens[first - 1].end == (first == tokens.count ? end : tokens[first].start),
      tokens[first - 1].kind == .name || tokens[first - 1].kind == .minus
    {
      first -= 1
    }
    let followsEquals = first > 0 && tokens[first - 1].kind == .equals
    if first < tokens.count, !followsEquals || tokens[first].kind == .minus {
      first = tokens.last?.kind == .name ? tokens.count - 1 : tokens.count
    }
    if tokens.last?.kind == .openText { first = tokens.count - 1 }
    let start = first < tokens.count ? tokens[first].start : end
    return (start, SourceSpan(start, end), first)
  }

  /// Whether a word may begin right after a token; after a number it would become part of it.
  private func allowsWordAfter(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .shape, .text, .invalid, .rightBracket, .rightParenthesis: false
    default: true
    }
  }

  // MARK: Reading

  private mutating func read(upTo limit: Int) {
    var index = 0
    while index < limit {
      let token = tokens[index]
      switch token.kind {
      case .newline: startStatement()
      case .semicolon where frames.count == 1: startStatement()
      case .name: index = readName(at: index, limit: limit)
      case .number, .shape, .text, .openText, .invalid: frame.takeOperand()
      case .leftParenthesis, .leftBracket: open(at: index)
      case .rightParenthesis, .rightBracket: close()
      case .comma, .colon:
        let touches = index + 1 >= tokens.count || !tokens[index + 1].spaceBefore
        if frame.verb == nil || token.spaceBefore || !touches { frame.endApplication() }
      case .minus
      where token.spaceBefore && index + 1 < tokens.count
        && !tokens[index + 1].spaceBefore:
        break
      default:
        frame.endApplication()
        if isExpectation, frames.count == 1, token.kind == .tilde {
          frame.ownOptions = Keyword.expect.options
        }
      }
      index += 1
    }
  }

  private mutating func startStatement() {
    frames = [CompletionFrame(isStatementStart: true)]
    isExpectation = false
    isPrefixed = false
    boundNames += namesOfStatement
    namesOfStatement = []
  }

  private mutating func open(at index: Int) {
    let isIndex =
      tokens[index].kind == .leftBracket && !tokens[index].spaceBefore && index > 0
      && [.name, .rightBracket, .rightParenthesis].contains(tokens[index - 1].kind)
    var inner = CompletionFrame()
    inner.isIndex = isIndex
    inner.isMatrix = tokens[index].kind == .leftBracket && !isIndex
    frames.append(inner)
  }

  private mutating func close() {
    guard frames.count > 1, let inner = frames.popLast() else { return }
    if !inner.isIndex { frame.takeOperand() }
  }

  /// Reads a name with what belongs to it, and returns the index of its last token.
  private mutating func readName(at index: Int, limit: Int) -> Int {
    let word = source.text(tokens[index].span)
    if index + 1 < limit, tokens[index + 1].kind == .equals {
      readEquals(after: word)
      return index + 1
    }
    if let clause = frame.clause {
      readName(word, as: clause)
      return index
    }
    if frame.pendingOption != nil {
      frame.takeOperand()
      var last = index
      while last + 2 < limit, tokens[last + 1].kind == .minus, !tokens[last + 1].spaceBefore,
        tokens[last + 2].kind == .name, !tokens[last + 2].spaceBefore
      {
        last += 2
      }
      return last
    }
    if let verb = verbs[word], opensApplication {
      let isNested = frame.verb != nil
      frame.endApplication()
      if !isNested || !verb.isCommand { frame.verb = verb }
    } else if case .setting(let settings)? = frame.operand?.kind, frame.setting == nil {
      frame.setting = settings.first { $0.name == word }
      if frame.setting == nil { frame.takeOperand() }
    } else if frame.isStatementStart, let keyword = Keyword(rawValue: word) {
      read(keyword)
    } else if isExpectation, frame.isStatementStart, word == "fails" {
      isExpectation = false
      isPrefixed = true
    } else {
      frame.takeOperand()
    }
    return index
  }

  private mutating func read(_ keyword: Keyword) {
    isExpectation = keyword == .expect
    if keyword.beginsBlock { openBlocks += 1 }
    switch keyword {
    case .expect: break
    case .time: isPrefixed = true
    case .param: frame.takeOperand()
    case .repeat:
      frame.isStatementStart = false
      frame.ownOptions = keyword.options
    case .for: frame.clause = .variable
    case .def: frame.clause = .definition
    case .end:
      openBlocks = max(0, openBlocks - 1)
      frame.takeOperand()
    }
  }

  private mutating func readName(_ word: String, as clause: CompletionFrame.Clause) {
    switch clause {
    case .variable:
      namesOfStatement.append(word)
      frame.clause = .range
    case .range:
      frame.clause = nil
      frame.isStatementStart = false
      frame.ownOptions = Keyword.for.options
    case .definition: frame.clause = .parameters
    case .parameters: namesOfStatement.append(word)
    }
  }

  /// Whether a verb at the current place begins an application.
  private var opensApplication: Bool {
    guard frame.verb != nil else { return true }
    switch frame.operand?.kind {
    case .call?, .anyCall?: return true
    default: return false
    }
  }

  /// A name with a `=`: an option of the open application, or a binding.
  private mutating func readEquals(after word: String) {
    if let verb = frame.verb {
      frame.pendingOption = verb.option(word) ?? OptionSignature(word, .any)
      frame.usedOptions.append(word)
    } else if let own = frame.ownOptions.firstIndex(where: { $0.name == word }) {
      frame.pendingOption = frame.ownOptions.remove(at: own)
    } else {
      if frame.isStatementStart { namesOfStatement.append(word) }
      frame.endApplication()
    }
  }

  // MARK: What is due

  private var isFileDue: Bool {
    if let option = frame.pendingOption {
      if case .file = option.kind { return true }
      return false
    }
    if case .file? = frame.textOperand?.kind { return true }
    return false
  }

  private func offerValue(_ kind: OptionSignature.Kind, in context: inout CompletionContext) {
    context.words = OptionSignature("", kind).words
    switch kind {
    case .words, .text: break
    case .file: context.offersFiles = true
    default: context.offersNames = true
    }
  }

  private func offerArguments(of verb: VerbSignature, in context: inout CompletionContext) {
    context.options = verb.options.map(\.name).filter { !frame.usedOptions.contains($0) }
    switch frame.operand?.kind {
    case .value, .shape, .cell, .any, .name: context.offersNames = true
    case .word(let words): context.words = words
    case .verb(let topics):
      context.verbs = .all
      context.words = Keyword.allCases.map(\.rawValue) + topics
    case .call(let verbs): context.words = verbs
    case .anyCall: context.verbs = .all
    case .setting(let settings):
      if let setting = frame.setting {
        offerValue(setting.kind, in: &context)
      } else {
        context.words = settings.map(\.name)
      }
    case .file, .text, nil: break
    }
    if case .file? = frame.textOperand?.kind { context.offersFiles = true }
  }

  private func offerExpression(in context: inout CompletionContext) {
    if frame.hasOperand, !frame.isMatrix {
      context.options = frame.ownOptions.map(\.name)
      return
    }
    context.offersNames = true
    context.verbs = .values
    guard frame.isStatementStart else { return }
    if isExpectation {
      context.words = ["fails"]
    } else {
      context.verbs = .all
      context.words = Keyword.allCases.filter(isDue).map(\.rawValue)
    }
  }

  /// Whether a keyword may begin a statement at the current place.
  private func isDue(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .expect, .time, .repeat, .for: true
    case .param: openBlocks == 0
    case .def: openBlocks == 0 && !isPrefixed
    case .end: openBlocks > 0 && !isPrefixed
    }
  }
}
