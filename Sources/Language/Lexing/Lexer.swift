/// Cuts a source into tokens.
///
/// A token that is refused stays in the sequence as `.invalid`, so that an error further left on
/// the line is reported first. Line breaks inside brackets and after `\` are spaces.
struct Lexer {
  private(set) var tokens: [Token] = []
  /// Why the token at an index is invalid.
  private(set) var errors: [Int: SyntaxError] = [:]
  /// The brackets that are open at the end of the text.
  private(set) var openBrackets: [Token] = []
  /// True when the text ends inside a comment.
  private(set) var endsInComment = false

  let bytes: [UInt8]
  var offset = 0
  private var spaceBefore = false
  private var lineBefore = false

  /// More refused tokens than that are not looked for: the file is not a script.
  private static let mostErrors = 100

  init(_ source: SourceText) {
    bytes = source.bytes.count <= Limits.scriptBytes ? source.bytes : []
    tokens.reserveCapacity(bytes.count / 3 + 1)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count, errors.count < Self.mostErrors { scan() }
    append(.end, from: bytes.count, to: bytes.count)
  }

  /// The byte at a distance from the current one; 0 after the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  mutating func append(_ kind: Token.Kind, from start: Int, to end: Int) {
    tokens.append(
      Token(
        kind: kind, spaceBefore: spaceBefore, lineBefore: lineBefore, start: start, end: end))
    spaceBefore = false
    lineBefore = false
    offset = end
  }

  mutating func refuse(
    _ cause: SyntaxError.Cause, from start: Int, to end: Int, at place: SourceSpan? = nil,
    as kind: Token.Kind = .invalid
  ) {
    errors[tokens.count] = SyntaxError(cause, place ?? SourceSpan(start, end))
    append(kind, from: start, to: end)
  }

  private mutating func scan() {
    let first = bytes[offset]
    switch first {
    case 0x20, 0x09:
      spaceBefore = true
      offset += 1
    case 0x0A: scanLineBreak(length: 1)
    case 0x0D where byte(1) == 0x0A: scanLineBreak(length: 2)
    case UInt8(ascii: "#"): scanComment()
    case UInt8(ascii: "\\"): scanBackslash()
    case UInt8(ascii: "\""): scanText()
    case UInt8(ascii: "."):
      if CharacterClass.isDigit(byte(1)) { scanNumber() } else { scanSymbol() }
    case 0x80...: scanForeign()
    default:
      if CharacterClass.isDigit(first) {
        scanNumber()
      } else if CharacterClass.isLetter(first) {
        scanName()
      } else {
        scanSymbol()
      }
    }
  }

  private mutating func scanLineBreak(length: Int) {
    if openBrackets.isEmpty {
      append(.newline, from: offset, to: offset + length)
    } else {
      spaceBefore = true
      lineBefore = true
      offset += length
    }
  }

  private mutating func scanComment() {
    spaceBefore = true
    while offset < bytes.count, bytes[offset] != 0x0A {
      let current = bytes[offset]
      if current == 0x0D, byte(1) == 0x0A { return }
      if let cause = refusal(of: current) {
        refuse(cause, from: offset, to: offset + 1)
        return
      }
      offset += current < 0x80 ? 1 : decodeScalar(bytes, at: offset)?.length ?? 1
    }
    endsInComment = offset == bytes.count
  }

  /// Why a byte may stand nowhere, not even in a text or a comment.
  func refusal(of current: UInt8) -> SyntaxError.Cause? {
    switch current {
    case 0: .nulByte
    case 0x09: nil
    case 0..<0x20, 0x7F: .controlCharacter(Unicode.Scalar(current))
    case 0x80...: decodeScalar(bytes, at: offset) == nil ? .invalidUTF8(current) : nil
    default: nil
    }
  }

  private mutating func scanBackslash() {
    let start = offset
    var next = offset + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    if next == bytes.count {
      refuse(.danglingBackslash, from: start, to: start + 1)
      offset = next
    } else if bytes[next] == 0x0A {
      spaceBefore = true
      offset = next + 1
    } else if bytes[next] == 0x0D, next + 1 < bytes.count, bytes[next + 1] == 0x0A {
      spaceBefore = true
      offset = next + 2
    } else {
      refuse(.misplacedBackslash, from: start, to: start + 1)
    }
  }

  mutating func scanName() {
    let start = offset
    append(.name, from: start, to: nameEnd(from: start))
  }

  /// The end of the letters, digits and marks from an offset on.
  func nameEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] < 0x80 {
        guard CharacterClass.isNamePart(bytes[end]) else { break }
        end += 1
      } else {
        guard let (scalar, length) = decodeScalar(bytes, at: end),
          CharacterClass.isNamePart(scalar)
        else { break }
        end += length
      }
    }
    return end
  }

  private mutating func scanForeign() {
    guard let (scalar, length) = decodeScalar(bytes, at: offset) else {
      return refuse(.invalidUTF8(bytes[offset]), from: offset, to: offset + 1)
    }
    if CharacterClass.isLetter(scalar) { return scanName() }
    let isControl = scalar.properties.generalCategory == .control
    refuse(
      isControl ? .controlCharacter(scalar) : .unexpectedCharacter(scalar), from: offset,
      to: offset + length)
  }

  mutating func open(_ kind: Token.Kind) {
    append(kind, from: offset, to: offset + 1)
    if let bracket = tokens.last { openBrackets.append(bracket) }
  }

  mutating func close(_ kind: Token.Kind, opener: Token.Kind) {
    let closer = kind == .rightParenthesis ? ")" : "]"
    guard let bracket = openBrackets.popLast() else {
      return refuse(.strayCloser(closer), from: offset, to: offset + 1)
    }
    guard bracket.kind == opener else {
      return refuse(
        .mismatchedCloser(closer, opened: bracket.span), from: offset, to: offset + 1)
    }
    append(kind, from: offset, to: offset + 1)
  }
}
