import Kernels
import Language
import Provenance

extension Session {
  /// How deep defined verbs may call one another.
  private static let largestCallDepth = 200

  /// Makes a verb known to the lines that follow.
  func define(_ definition: DefinedVerb) {
    definitions[definition.signature.name] = definition
    table = table.adding(definition.signature)
  }

  /// Calls a verb that the session defined.
  ///
  /// - Returns: the value of the body's last expression; nil of a verb that has none.
  /// - Throws: what its body throws; a diagnostic of another source keeps that source.
  func call(_ call: DefinedCall, operands: [Node]) throws -> Node? {
    guard let definition = definitions[call.name] else {
      throw Diagnostic("`\(call.name)` is not defined", at: call.site.span)
    }
    let due = definition.signature.operands.count
    guard operands.count == due else {
      throw Diagnostic(
        "`\(call.name)` was defined anew and takes \(due) operands, not \(operands.count)",
        at: call.site.span)
    }
    guard callDepth < Self.largestCallDepth else {
      throw Diagnostic(
        "`\(call.name)` calls itself more than \(Self.largestCallDepth) deep", at: call.site.span)
    }
    let outer = (frame, callDepth, mode)
    let inner = Frame(definition, operands)
    (frame, callDepth, mode) = (inner, callDepth + 1, .script)
    defer { (frame, callDepth, mode) = outer }
    do {
      let runner = StatementRunner(session: self, mode: .script)
      for statement in definition.body { try runner.run(statement) }
      try Interrupt.check()
    } catch let diagnostic as Diagnostic where definition.source.bytes != source.bytes {
      throw ForeignDiagnostic(diagnostic, in: definition.source)
    }
    return inner.result
  }
}

/// A diagnostic whose places lie in another text than the one that runs: that of a definition.
struct ForeignDiagnostic: Error {
  let diagnostic: Diagnostic
  let source: SourceText

  init(_ diagnostic: Diagnostic, in source: SourceText) {
    self.diagnostic = diagnostic
    self.source = source
  }
}
