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
        output: """
           0   1   2   3
          --------------
           4   3  12  10
          """)
    ],
    .value { arguments in
      let lengths = try arguments.node(0).value.shape.lengths
      return Node(try Tensor(vector: lengths.map(Double.init)), isLiteral: true)
    })
}
