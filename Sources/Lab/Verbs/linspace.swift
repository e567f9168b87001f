import Language
import Provenance
import Tensors

extension Verb {
  static let linspace = Verb(
    "linspace", .making, "numbers equally far apart, both ends included",
    operands: [
      OperandSignature("first", .value, summary: "the first number"),
      OperandSignature("last", .value, summary: "the last number"),
      OperandSignature("count", .value, summary: "how many"),
    ],
    examples: [
      VerbExample(
        "linspace 0 1 5",
        output: """
             0     1     2     3     4
          ----------------------------
             0  0.25   0.5  0.75     1
          """)
    ],
    .value { arguments in
      Node(
        try .spaced(
          arguments.number(0), arguments.number(1), count: arguments.amount(2),
          arguments.elementType))
    })
}
