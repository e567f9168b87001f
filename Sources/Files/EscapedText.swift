/// The bytes of a file as a terminal may show them.
enum EscapedText {
  /// Bytes as letters where they are, `\x1B` and the like elsewhere.
  static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      if byte == UInt8(ascii: "\\") { return "\\\\" }
      if byte >= 0x20 && byte < 0x7F { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "\\x0\(digits)" : "\\x\(digits)"
    }.joined()
  }
}
