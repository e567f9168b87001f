import Language

extension Verb {
  static let quit = Verb(
    "quit", .session, "leaves",
    synonyms: ["exit", "q", "bye"],
    .command { arguments in arguments.session.wantsToQuit = true })
}
