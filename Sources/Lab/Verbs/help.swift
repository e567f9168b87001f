import Language
import Rendering

extension Verb {
  static let help = Verb(
    "help", .session, "the verbs, or all about one",
    operands: [OperandSignature("verb", .verb, .optional, summary: "a verb")],
    examples: [VerbExample("help transpose", output: "")],
    .command { arguments in
      let session = arguments.session
      guard let name = arguments.text(0) else {
        return session.present { HelpText.overview(session.verbs.table, width: $0.width) }
      }
      guard let signature = session.verbs.table[name] else { return }
      session.present { HelpText.text(about: signature, width: $0.width) }
    })
}
