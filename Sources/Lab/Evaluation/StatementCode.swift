import Language
import Provenance

/// A statement analysed once, and run as often as the loop around it goes round.
enum StatementCode {
  case bind(BindingCode)
  case replace(ReplacementCode)
  case show(ShownCode)
  case command(CallSite)
  case definedCommand(DefinedCall)
  case parameter(String, BindingCode)
  case expect(ExpectationCode)
  indirect case expectFails(StatementCode, SourceSpan)
  indirect case time(StatementCode)
  case loop(LoopCode)
  case define(DefinedVerb)
  indirect case refused(Diagnostic)
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

/// `name = value`.
final class BindingCode {
  let target: Target
  let value: Code
  let isSilent: Bool

  init(_ target: Target, _ value: Code, isSilent: Bool) {
    self.target = target
    self.value = value
    self.isSilent = isSilent
  }
}

/// `name[index, …] = value`.
final class ReplacementCode {
  let target: Target
  let items: [IndexCode]
  let value: Code
  let site: Site
  /// Where the value stands.
  let span: SourceSpan

  init(_ target: Target, _ items: [IndexCode], _ value: Code, site: Site, span: SourceSpan) {
    self.target = target
    self.items = items
    self.value = value
    self.site = site
    self.span = span
  }
}

/// An expression that is a whole statement.
final class ShownCode {
  let value: Code
  let expression: Expression
  let isSilent: Bool

  init(_ value: Code, _ expression: Expression, isSilent: Bool) {
    self.value = value
    self.expression = expression
    self.isSilent = isSilent
  }
}

/// The comparison of an `expect`.
final class ExpectationCode {
  let comparator: Comparator
  let left: Code
  let right: Code
  let tolerance: (code: Code, span: SourceSpan)?
  let site: Site

  init(
    _ comparator: Comparator, left: Code, right: Code, tolerance: (code: Code, span: SourceSpan)?,
    site: Site
  ) {
    self.comparator = comparator
    self.left = left
    self.right = right
    self.tolerance = tolerance
    self.site = site
  }
}
