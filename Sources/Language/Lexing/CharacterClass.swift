/// Which characters names and numbers are made of.
enum CharacterClass {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// An ASCII letter or `_`.
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }

  static func isNamePart(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// A letter of any script.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      !scalar.properties.isDefaultIgnorableCodePoint
    default: false
    }
  }

  /// What a name may go on with: a letter, a digit of any script, or a mark that shows.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber:
      !scalar.properties.isDefaultIgnorableCodePoint
    default: isLetter(scalar)
    }
  }
}
