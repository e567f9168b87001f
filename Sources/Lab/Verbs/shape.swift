import Language
import Provenance
import Tensors

extension Verb {
  static let shape = Verb(
    "shape", .seeing, "the lengths of a value's axes",
    operands: [.x],
    examples: [
      VerbExample(
        "shape (zeros 4x3x12x10)",
        output: "4x3x12x10")
    ],
    .value { arguments in
      Node(leaf: .lazy(try ShapeVector(arguments.node(0).value.shape)), isLiteral: true)
    })
}
