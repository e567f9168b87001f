import Kernels

/// Numbers as text files spell them.
enum NumberText {
  /// The number that a field spells: decimal, with or without an exponent, `nan`, `inf` or `infinity`
  /// in letters of either case; nil for anything else, hexadecimal numbers among them.
  static func number<Cell: Scalar & LosslessStringConvertible>(
    _ field: ArraySlice<UInt8>, _: Cell.Type
  ) -> Cell? {
    var unsigned = field
    if let sign = field.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      unsigned = field.dropFirst()
    }
    if isDecimal(unsigned) { return Cell(String(decoding: field, as: UTF8.self)) }
    let isNegative = field.first == UInt8(ascii: "-")
    switch String(decoding: unsigned, as: UTF8.self).lowercased() {
    case "nan": return .nan
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    default: return nil
    }
  }

  /// Digits, perhaps a point among them, perhaps an exponent.
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func takeDigits() -> Int {
      let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    var digits = takeDigits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      digits += takeDigits()
    }
    guard digits > 0 else { return false }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return takeDigits() > 0 && rest.isEmpty
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  static func text<Cell: Scalar & CustomStringConvertible>(_ cell: Cell) -> String {
    let text = cell.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
