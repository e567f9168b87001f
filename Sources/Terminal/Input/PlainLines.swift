internal import CLibEdit
import Kernels

/// Lines from a terminal without a cursor (`TERM=dumb`), or where the results go elsewhere: the
/// terminal's own driver edits them.
final class PlainLines: LineSource {
  private let showPrompt: (String) -> Void

  /// - Parameter showPrompt: Writes a prompt where it is seen.
  init(showPrompt: @escaping (String) -> Void) {
    self.showPrompt = showPrompt
  }

  func read(prompt: String) -> LineReading {
    guard patchwork_input_begin(0, patchwork_input_plain) else { return .end }
    defer { patchwork_input_end() }
    Interrupt.clear()  // from here on Ctrl-C is this reader's
    showPrompt(prompt)
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      switch patchwork_input_next(-1, &byte) {
      case patchwork_input_byte:
        if byte == UInt8(ascii: "\n") { return .line(Self.text(bytes)) }
        bytes.append(byte)
      case patchwork_input_interrupted:
        showPrompt("\n")
        return .interrupted(hadText: !bytes.isEmpty)
      case patchwork_input_resumed:
        showPrompt(prompt)
      case patchwork_input_ended:
        return bytes.isEmpty ? .end : .line(Self.text(bytes))
      default:
        continue
      }
    }
  }

  /// The text of a line; a carriage return at its end belongs to the newline.
  private static func text(_ bytes: [UInt8]) -> String {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
    return String(decoding: line, as: UTF8.self)
  }

  func remember(_ entry: String) {}

  func dropPending() {}
}
