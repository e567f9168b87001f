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
    role: .session,
    .value { arguments in
      let operand = arguments.expression(0)
      guard case .index(let base, let items) = operand.kind else {
        return try arguments.gradient(of: operand)
      }
      return try Evaluator(session: arguments.session).slice(
        arguments.gradient(of: base), Analyser(of: arguments.session).indices(items),
        Analyser.site(ofIndex: items, of: base.span))
    })
}
