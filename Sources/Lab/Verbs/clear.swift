import Language

extension Verb {
  static let clear = Verb(
    "clear", .session, "empties the screen; names keep their values",
    .command { arguments in
      if !arguments.session.isMuted { arguments.session.console.clear() }
    })
}
