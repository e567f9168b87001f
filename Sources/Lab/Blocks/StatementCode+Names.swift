import Language

extension StatementCode {
  /// Whether it may bind names that nobody wrote down: a file's, alone on a line, or a script's.
  var mayBindUnseen: Bool {
    switch self {
    case .show(let code):
      if case .call(let site) = code.value, case .source = site.verb.action { true } else { false }
    case .command(let site): site.verb.signature.runsFile
    case .expectFails(let inner, _), .time(let inner): inner.mayBindUnseen
    case .loop(let loop): loop.boundNames == nil
    case .bind, .replace, .definedCommand, .parameter, .expect, .define, .refused: false
    }
  }
}
