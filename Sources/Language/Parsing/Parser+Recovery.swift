/// How the parser goes on after an error, so that one mistake is one diagnostic.
extension Parser {
  mutating func record(_ error: SyntaxError) {
    if errors.count < Limits.diagnostics { errors.append(error) }
  }

  /// Checks that nothing but the end of the statement follows.
  func finishStatement(_ expected: String) throws(SyntaxError) {
    if token.endsStatement { return }
    throw isEnd(token) ? SyntaxError(.endInsideLine, token.span) : unexpected(expected)
  }

  /// Whether a token is the keyword `end`; it is no operand, so that `conv x k end` says what is
  /// wrong with it.
  func isEnd(_ token: Token) -> Bool {
    token.kind == .name && token.end - token.start == 3
      && source.bytes[token.start..<token.end].elementsEqual("end".utf8)
  }

  /// Whether the token at an index is an `end` that a block may take as its own.
  func closesBlock(at index: Int) -> Bool {
    isEnd(tokens[index]) && tokens[min(index + 1, tokens.count - 1)].kind != .equals
  }

  // MARK: Skipping

  /// Skips the rest of a line with the blocks that begin on it; inside a block it stops at the
  /// `end` on the line.
  mutating func skipLine(from start: Int) {
    // `if x > 1` fails behind its first word, which was read as a name.
    var open = beginsForeignBlock(at: start - 1) ? 1 : 0
    var brackets = 0
    var startsStatement = start == 0 || tokens[start - 1].endsStatement
    position = start
    while token.kind != .end {
      switch token.kind {
      case .leftParenthesis, .leftBracket: brackets += 1
      case .rightParenthesis, .rightBracket: brackets -= 1
      case .newline where open == 0: return
      case .name where startsStatement && skipsPrefix(): continue
      case .name where startsStatement && beginsBlock: open += 1
      case .name where endsLine && (startsStatement || brackets <= 0):
        if open == 0, blockDepth > 0 { return }
        open = max(0, open - 1)
      default: break
      }
      let isBreak = token.kind == .newline || (token.kind == .semicolon && brackets <= 0)
      if isBreak { brackets = 0 }
      startsStatement = isBreak
      advance()
    }
  }

  /// Skips the rest of a block's header, up to the `;` or the line break, or to an `end` before it.
  mutating func skipHeader(from start: Int) {
    var brackets = 0
    position = start
    while token.kind != .end, token.kind != .newline {
      switch token.kind {
      case .leftParenthesis, .leftBracket: brackets += 1
      case .rightParenthesis, .rightBracket: brackets -= 1
      case .semicolon where brackets <= 0: return
      case .name where brackets <= 0 && endsLine: return
      default: break
      }
      advance()
    }
  }

  /// Whether the current token is an `end` that nothing follows in its statement.
  private var endsLine: Bool { isEnd(token) && following.endsStatement }

  private var beginsBlock: Bool {
    following.kind != .equals && Keyword(rawValue: text(token))?.beginsBlock == true
      || beginsForeignBlock(at: position)
  }

  /// Whether a statement begins at an index with a word that other languages end with `end`.
  private func beginsForeignBlock(at index: Int) -> Bool {
    guard index >= 0, tokens[index].kind == .name, index == 0 || tokens[index - 1].endsStatement,
      tokens[index + 1].kind != .equals
    else { return false }
    return Idiom.beginsBlock(text(tokens[index]))
  }

  /// Skips `time` and `expect fails`, after which a statement begins.
  private mutating func skipsPrefix() -> Bool {
    switch Keyword(rawValue: text(token)) {
    case .time: break
    case .expect where following.kind == .name && text(following) == "fails": advance()
    default: return false
    }
    advance()
    return true
  }
}
