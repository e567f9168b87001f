import Language
import Provenance

extension Arguments {
  /// The gradient of the last `backward` with respect to a name.
  func gradient(of operand: Expression) throws -> Node {
    guard case .name(let name) = operand.kind else {
      throw Diagnostic(
        "a name is due here", at: operand.span,
        help: "`x = …` gives the value a name; `grad x` then asks for its gradient")
    }
    let node = try Evaluator(session: session).node(
      Analyser(of: session).code(operand))
    guard let pass = session.gradients else {
      throw Diagnostic(
        "there are no gradients yet", at: operand.span, help: "`backward y` first")
    }
    do {
      return try pass.backward.gradient(of: node)
    } catch ProvenanceError.independent {
      throw independent(name, pass, operand.span)
    } catch ProvenanceError.notDifferentiable(let verb) {
      throw Diagnostic(
        "`\(verb)` has no derivative, and it lies between `\(pass.title)` and `\(name)`",
        at: operand.span)
    }
  }

  private func independent(
    _ name: String, _ pass: GradientPass, _ span: SourceSpan
  ) -> Diagnostic {
    let message = "`\(pass.title)` does not depend on `\(name)`"
    guard session.wasReached(name, by: pass.backward) else {
      return Diagnostic(message, at: span)
    }
    return Diagnostic(
      message + " as it is now", at: span,
      note: "bound anew after `\(pass.title)` was made",
      help: "make `\(pass.title)` again from the new `\(name)`, then `backward \(pass.title)`")
  }
}
