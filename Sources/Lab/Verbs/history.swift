import Language

extension Verb {
  static let history = Verb(
    "history", .session, "what was typed, oldest first",
    operands: [
      OperandSignature("count", .value, .optional, summary: "only so many of the last entries")
    ],
    .command { arguments in
      let entries = arguments.session.history
      let wanted = arguments.count > 0 ? try arguments.amount(0) : entries.count
      // Whoever replays a recording has another past.
      arguments.session.present(recordedAs: "...") { _ in
        entries.suffix(wanted).joined(separator: "\n")
      }
    })
}
