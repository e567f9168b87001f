extension Lexer {
  mutating func scanSymbol() {
    let start = offset
    let isPair = byte(1) == UInt8(ascii: "=")
    func single(_ kind: Token.Kind, or pair: Token.Kind) -> (Token.Kind, Int) {
      isPair ? (pair, 2) : (kind, 1)
    }
    let (kind, length): (Token.Kind, Int)
    switch bytes[start] {
    case UInt8(ascii: "("): return open(.leftParenthesis)
    case UInt8(ascii: "["): return open(.leftBracket)
    case UInt8(ascii: ")"): return close(.rightParenthesis, opener: .leftParenthesis)
    case UInt8(ascii: "]"): return close(.rightBracket, opener: .leftBracket)
    case UInt8(ascii: ","): (kind, length) = (.comma, 1)
    case UInt8(ascii: ":"): (kind, length) = (.colon, 1)
    case UInt8(ascii: ";"): (kind, length) = (.semicolon, 1)
    case UInt8(ascii: "+"): (kind, length) = (.plus, 1)
    case UInt8(ascii: "-"): (kind, length) = (.minus, 1)
    case UInt8(ascii: "*"): (kind, length) = (.star, 1)
    case UInt8(ascii: "/"): (kind, length) = (.slash, 1)
    case UInt8(ascii: "@"): (kind, length) = (.at, 1)
    case UInt8(ascii: "^"): (kind, length) = (.caret, 1)
    case UInt8(ascii: "~"): (kind, length) = (.tilde, 1)
    case UInt8(ascii: "="): (kind, length) = single(.equals, or: .equalEqual)
    case UInt8(ascii: "<"): (kind, length) = single(.less, or: .lessOrEqual)
    case UInt8(ascii: ">"): (kind, length) = single(.greater, or: .greaterOrEqual)
    case UInt8(ascii: "!") where isPair: (kind, length) = (.notEqual, 2)
    case UInt8(ascii: ".") where nameEnd(from: start + 1) > start + 1 && touchesName:
      let end = nameEnd(from: start + 1)
      let name = tokens[tokens.count - 1]
      let base = String(decoding: bytes[name.start..<name.end], as: UTF8.self)
      let attribute = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
      return refuse(.attribute(attribute, of: base), from: start, to: end)
    case let other:
      let cause = refusal(of: other) ?? .unexpectedCharacter(Unicode.Scalar(other))
      return refuse(cause, from: start, to: start + 1)
    }
    append(kind, from: start, to: start + length)
  }

  /// A number, or a shape: whole numbers joined by `x`.
  mutating func scanNumber() {
    let start = offset
    var end = skipDigits(from: start)
    var kind = Token.Kind.number
    while at(end) == UInt8(ascii: "x"), CharacterClass.isDigit(at(end + 1)) {
      kind = .shape
      end = skipDigits(from: end + 1)
    }
    if kind == .number {
      if at(end) == UInt8(ascii: ".") { end = skipDigits(from: end + 1) }
      end = skipExponent(from: end)
    }
    var tail = end
    while tail < bytes.count {
      let next = nameEnd(from: tail)
      if next > tail {
        tail = next
      } else if at(tail) == UInt8(ascii: ".") {
        tail += 1
      } else {
        break
      }
    }
    if tail == end { return append(kind, from: start, to: end) }
    let text = String(decoding: bytes[start..<tail], as: UTF8.self)
    refuse(.malformedNumber(text), from: start, to: tail)
  }

  /// Whether a name ends right before the current byte.
  private var touchesName: Bool {
    tokens.last.map { $0.kind == .name && $0.end == offset } ?? false
  }

  private func at(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  private func skipDigits(from start: Int) -> Int {
    var end = start
    while CharacterClass.isDigit(at(end)) { end += 1 }
    return end
  }

  private func skipExponent(from start: Int) -> Int {
    guard at(start) | 0x20 == UInt8(ascii: "e") else { return start }
    let sign = at(start + 1)
    let digits = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? start + 2 : start + 1
    return CharacterClass.isDigit(at(digits)) ? skipDigits(from: digits) : start
  }

  /// A text; what is wrong inside is found here, so that decoding it cannot fail.
  mutating func scanText() {
    let start = offset
    var fault: SyntaxError?
    offset += 1
    while offset < bytes.count, bytes[offset] != 0x0A {
      let current = bytes[offset]
      if current == UInt8(ascii: "\"") {
        if let fault { return refuse(fault.cause, from: start, to: offset + 1, at: fault.span) }
        return append(.text, from: start, to: offset + 1)
      }
      if current == 0x0D, byte(1) == 0x0A { break }
      let length = decodeScalar(bytes, at: offset)?.length ?? 1
      if current == UInt8(ascii: "\\") {
        if byte(1) == 0x0A || byte(1) == 0x0D || offset + 1 == bytes.count {
          offset += 1
          break
        }
        if TextLiteral.escapes[byte(1)] == nil {
          fault = fault ?? SyntaxError(.unknownEscape, SourceSpan(offset, offset + 2))
        }
        offset += byte(1) < 0x80 ? 2 : 1
      } else {
        if let cause = refusal(of: current) {
          fault = fault ?? SyntaxError(cause, SourceSpan(offset, offset + 1))
        }
        offset += length
      }
    }
    // A stray byte explains more than the missing quote.
    if let fault, case .unknownEscape = fault.cause {
    } else if let fault {
      return refuse(fault.cause, from: start, to: offset, at: fault.span)
    }
    refuse(
      .unterminatedText, from: start, to: offset, at: SourceSpan(start, start + 1), as: .openText)
  }
}
