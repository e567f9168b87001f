import Language
import Provenance
import Tensors

extension Verb {
  static let eye = Verb(
    "eye", .making, "the identity matrix",
    operands: [OperandSignature("n", .value, summary: "rows and columns")],
    examples: [VerbExample("eye 3", output: "")],
    .value { arguments in Node(try .identity(arguments.amount(0), arguments.elementType)) })
}
