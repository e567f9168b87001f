import Language

/// A verb that a session defined: `def net x k … end`.
final class DefinedVerb {
  let signature: VerbSignature
  /// Every name of the body's own: the operands first, then what it binds.
  let locals: [String]
  /// What the body's spans point into.
  let source: SourceText
  let body: [StatementCode]

  init(
    signature: VerbSignature, locals: [String], source: SourceText, body: [StatementCode]
  ) {
    self.signature = signature
    self.locals = locals
    self.source = source
    self.body = body
  }
}
