import Language

extension Verb {
  static let quit = Verb(
    "quit", .session, "leaves",
    .command { arguments in arguments.session.wantsToQuit = true })
}
