/// A pasted block of lines, made fit to be typed.
enum PastedBlock {
  /// The text to type for a paste as the terminal sent it.
  ///
  /// Line ends become `\n`, tabs spaces, other control characters go. In a block with prompts, one
  /// copied from a session, the prompts are taken off and the printed lines between them left out;
  /// its first line stays without one, for a copy that began behind the prompt.
  static func typed(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n": if !afterReturn { text.append(scalar) }
      case "\r": text.append("\n")
      case "\t": text.append(" ")
      default: if !isControl(scalar) { text.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return withoutPrompts(String(text))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func withoutPrompts(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { PromptMark.first.isOn($0) }) else { return text }
    let endsLine = lines.last?.isEmpty == true
    var typed: [Substring] = []
    for (index, line) in lines.enumerated() {
      if let bare = PromptMark.taken(off: line) {
        typed.append(bare)
      } else if index == 0 {
        typed.append(line)
      }
    }
    return typed.joined(separator: "\n") + (endsLine ? "\n" : "")
  }
}
