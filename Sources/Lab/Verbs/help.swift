import Language
import Rendering

extension Verb {
  static let help = Verb(
    "help", .session, "the verbs, or all about one",
    operands: [
      OperandSignature(
        "verb", .verb(or: LanguageHelp.words), .optional, summary: "a verb, or: language")
    ],
    examples: [
      VerbExample(
        "help transpose",
        output: """
          transpose x
            the last two axes swapped

            x  any value

          for example
          > transpose [1 2 3; 4 5 6]
            | 0  1
          --+-----
          0 | 1  4
          1 | 2  5
          2 | 3  6
          """)
    ],
    synonyms: ["man", "commands"],
    .command { arguments in
      let session = arguments.session
      guard let name = arguments.text(0) else {
        return session.present { HelpText.overview(session.table, width: $0.width) }
      }
      if let signature = session.table[name] {
        session.present { HelpText.text(about: signature, width: $0.width) }
      } else if let statement = StatementHelp.named(name) {
        session.present { HelpText.text(about: statement, width: $0.width) }
      } else if LanguageHelp.words.contains(name) {
        session.present { HelpText.textAboutLanguage(width: $0.width) }
      }
    })
}
