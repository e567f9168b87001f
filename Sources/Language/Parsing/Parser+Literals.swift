extension Parser {
  func numberLiteral(_ token: Token) throws(SyntaxError) -> NumberLiteral {
    var integer: Int? = 0
    for byte in source.bytes[token.start..<token.end] {
      guard let value = integer, CharacterClass.isDigit(byte) else {
        integer = nil
        break
      }
      integer = Self.appending(byte, to: value)
    }
    if let integer { return NumberLiteral(value: Double(integer), integer: integer) }
    let written = text(token)
    guard let value = Double(written), value.isFinite else {
      throw SyntaxError(.numberTooLarge(shortened(token.span)), token.span)
    }
    return NumberLiteral(value: value, integer: nil)
  }

  func shapeLiteral(_ token: Token) throws(SyntaxError) -> [Int] {
    var extents = [0]
    for (offset, byte) in source.bytes[token.start..<token.end].enumerated() {
      if byte == UInt8(ascii: "x") {
        guard extents.count < Limits.dimensions else {
          throw SyntaxError(.tooManyDimensions, SourceSpan(token.start + offset, token.end))
        }
        extents.append(0)
      } else {
        guard let extent = Self.appending(byte, to: extents[extents.count - 1]) else {
          throw SyntaxError(.extentTooLarge(shortened(token.span)), token.span)
        }
        extents[extents.count - 1] = extent
      }
    }
    return extents
  }

  func textLiteral(_ token: Token) -> String {
    TextLiteral.decode(source.bytes[(token.start + 1)..<(token.end - 1)])
  }

  private static func appending(_ digit: UInt8, to value: Int) -> Int? {
    let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
    let (sum, overflows) = tens.addingReportingOverflow(Int(digit &- 0x30))
    return isTooLarge || overflows ? nil : sum
  }
}
