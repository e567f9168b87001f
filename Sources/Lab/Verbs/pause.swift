import Kernels
import Language

extension Verb {
  static let pause = Verb(
    "pause", .session, "waits for a key; goes on at once where nobody watches",
    operands: [OperandSignature("text", .text, .optional, summary: "what to say first")],
    .command { arguments in
      let session = arguments.session
      if let text = arguments.text(0) { session.write(text) }
      guard session.console.isInteractive, !session.isMuted else { return }
      if !session.console.waitForKey() { throw Interrupted() }
    })
}
