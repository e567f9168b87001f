import Language
import Provenance

/// A statement analysed once, and run as often as the loop around it goes round.
indirect enum StatementCode {
  case bind(Target, Code, isSilent: Bool)
  case replace(Target, [IndexCode], Code, site: Site, value: SourceSpan)
  case show(Code, Expression, isSilent: Bool)
  case command(CallSite)
  case definedCommand(DefinedCall)
  case parameter(String, Target, Code, isSilent: Bool)
  case expect(ExpectationCode)
  case expectFails(StatementCode, SourceSpan)
  case time(StatementCode)
  case loop(LoopCode)
  case define(DefinedVerb)
  case refused(Diagnostic)
}

/// What a binding binds: a name of the session, or one of the verb that is being defined.
enum Target {
  case global(slot: Int, SourceSpan)
  case local(Int, SourceSpan)

  /// The value it has now, as code.
  var code: Code {
    switch self {
    case .global(let slot, let span): .name(slot: slot, span)
    case .local(let place, let span): .local(place, span)
    }
  }
}

/// The comparison of an `expect`, analysed.
struct ExpectationCode {
  let comparator: Comparator
  let left: Code
  let right: Code
  let tolerance: (code: Code, span: SourceSpan)?
  let site: Site
}
