import Text

extension SyntaxError.Cause {
  /// The texts of what the lexer refuses.
  var characterWording: Wording {
    switch self {
    case .nulByte: Wording("a NUL byte: this is not a text file")
    case .controlCharacter(let scalar):
      Wording("the control character \(DisplayText.escape(scalar)) cannot stand here")
    case .invalidUTF8(let byte):
      Wording(
        "the byte \\x\(String(byte, radix: 16)) is not UTF-8",
        help: "save the file in the encoding UTF-8")
    case .unexpectedCharacter(let scalar): Self.unexpectedCharacter(scalar)
    case .attribute(let attribute, let name):
      Wording("a name has no attributes", help: Idiom.help(for: attribute, of: name))
    case .misplacedBackslash:
      Wording(
        "`\\` continues a line only as its last character",
        help: "delete what follows, or put file names and text in quotes")
    case .danglingBackslash: Wording("`\\` continues the line, but the text ends here")
    case .unterminatedText:
      Wording("the text is not closed on its line", help: "close it with \"")
    case .unknownEscape:
      Wording(
        "unknown escape", help: "a backslash is written \\\\; also known are \\\" \\n and \\t")
    case .malformedNumber(let text): Self.malformedNumber(text)
    case .strayCloser(let closer): Wording("`\(closer)` closes nothing")
    case .mismatchedCloser(let closer, let opened):
      Wording(
        "`\(closer)` cannot close `\(closer == ")" ? "[" : "(")`",
        secondary: [.init("`\(closer == ")" ? "[" : "(")` is open", at: opened)])
    default: Wording("")
    }
  }

  private static func unexpectedCharacter(_ scalar: Unicode.Scalar) -> Wording {
    let isVisible: Bool
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
      .privateUse, .nonspacingMark, .enclosingMark, .spacingMark:
      isVisible = false
    default: isVisible = true
    }
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - hexadecimal.utf8.count))
    let name = isVisible ? "`\(scalar)`" : "U+\(padding)\(hexadecimal)"
    return Wording(
      "the character \(name) is not part of the language", help: Lookalike.help(for: scalar))
  }

  private static func malformedNumber(_ text: String) -> Wording {
    let shown = text.count > 40 ? text.prefix(37) + "..." : text
    let lengths = text.split(separator: "x", omittingEmptySubsequences: false)
    if lengths.count > 1, lengths.count <= Limits.dimensions, text.utf8.count <= 20,
      lengths.dropLast().allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }),
      lengths.last.map({ $0.isEmpty || $0.first?.isLetter == true }) == true
    {
      let list = lengths.map { $0.isEmpty ? "-1" : String($0) }.joined(separator: ", ")
      return Wording(
        "`\(text)` is neither a number nor a name",
        help: "`[\(list)]` is a list of lengths, which may have names and -1 in it")
    }
    let lowered = text.lowercased()
    var help = "names begin with a letter; numbers are written 5, 0.5 or 1e-9, shapes 3x3"
    if lowered != text, lowered.allSatisfy({ $0.isNumber || $0 == "x" }), lowered.count <= 40 {
      help = "the extents of a shape are joined by a small x: \(lowered)"
    }
    return Wording("`\(shown)` is neither a number nor a name", help: help)
  }
}
