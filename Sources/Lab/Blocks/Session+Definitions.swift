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
    } catch let diagnostic as Diagnostic {
      let caller = outer.0?.definition.source ?? source
      guard definition.source.bytes != caller.bytes else {
        throw diagnostic.called(from: call.site.span, in: caller)
      }
      throw ForeignDiagnostic(diagnostic, in: definition.source)
        .called(from: call.site.span, in: caller)
    } catch let foreign as ForeignDiagnostic {
      throw foreign.called(from: call.site.span, in: outer.0?.definition.source ?? source)
    }
    return inner.result
  }
}
