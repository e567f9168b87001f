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
          ◇ Test case passing 1 argument page → shape: shape (zeros 4x3x12x10) to "An example prints what help says it prints" started.
          """)
    ],
    .value { arguments in
      let lengths = try arguments.node(0).value.shape.lengths
      return Node(try Tensor(vector: lengths.map(Double.init)), isLiteral: true)
    })
}
