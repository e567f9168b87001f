/// Text that a terminal shows as it stands: what files and names contain may not steer it.
enum EscapedText {
  /// The text with control and invisible direction marks spelled out, as in `\u{1B}`.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isShown(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return result
  }

  /// Bytes as letters where they are, `\x1B` and the like elsewhere.
  static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      if byte == UInt8(ascii: "\\") { return "\\\\" }
      if byte >= 0x20 && byte < 0x7F { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "\\x0\(digits)" : "\\x\(digits)"
    }.joined()
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
