import Language
import Provenance
import Tensors

extension Verb {
  static let grad = Verb(
    "grad", .gradients, "the gradient with respect to a name, after `backward`",
    operands: [
      OperandSignature("x", .cell, summary: "a name; with an index, those cells of the gradient")
    ],
    examples: [
      VerbExample(
        "x = [1 -2 3]; y = relu x; backward y; grad x",
        output: """
          gradients for x 3
          0  1  2
          -------
          1  0  1
          """),
      VerbExample(
        "x = reshape (arange 9) 3x3; y = conv x [1 2; 3 4]; backward y; grad x[0, :]",
        output: """
          gradients for x 3x3
          0  1  2
          -------
          1  3  2
          """),
    ],
    .value { arguments in
      let operand = arguments.expression(0)
      guard case .index(let base, let items) = operand.kind else {
        return try arguments.gradient(of: operand)
      }
      let gradient = try arguments.gradient(of: base)
      let evaluator = Evaluator(session: arguments.session)
      let analyser = Analyser(of: arguments.session)
      let site = Analyser.site(ofIndex: items, of: base.span)
      let kept = try evaluator.sliceItems(analyser.indices(items), site)
      return try located(site) { try Node(SliceOperation(kept), [gradient]) }
    })
}

extension Arguments {
  /// The gradient of the last `backward` with respect to a name.
  fileprivate func gradient(of operand: Expression) throws -> Node {
    guard case .name(let name) = operand.kind else {
      throw Diagnostic(
        "a name is due here", at: operand.span,
        help: "`x = …` gives the value a name; `grad x` then asks for its gradient")
    }
    let node = try Evaluator(session: session).node(
      Analyser(of: session).code(operand))
    guard let pass = session.gradients else {
      throw Explanation("there are no gradients yet", role: "x", help: "`backward y` first")
    }
    do {
      return try pass.backward.gradient(of: node)
    } catch ProvenanceError.independent {
      throw independent(name, pass)
    } catch ProvenanceError.notDifferentiable(let verb) {
      throw Explanation(
        "`\(verb)` has no derivative, and it lies between `\(pass.title)` and `\(name)`",
        role: "x")
    }
  }

  private func independent(_ name: String, _ pass: GradientPass) -> Explanation {
    let message = "`\(pass.title)` does not depend on `\(name)`"
    guard session.formerNode(named: name, reachedBy: pass.backward) != nil else {
      return Explanation(message, role: "x")
    }
    return Explanation(
      message + " as it is now", role: "x",
      note: "bound anew after `\(pass.title)` was made",
      help: "make `\(pass.title)` again from the new `\(name)`, then `backward \(pass.title)`")
  }
}
