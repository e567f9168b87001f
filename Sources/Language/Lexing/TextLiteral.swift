/// The text between double quotes.
enum TextLiteral {
  /// The bytes that escapes stand for, by the byte after the `\`.
  static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09,
  ]

  /// The text with its escapes resolved, of bytes without the quotes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var decoded: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        decoded.append(escapes[byte] ?? byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// A text as it would be written, in quotes.
  static func written(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return "\"\(escaped)\""
  }
}
