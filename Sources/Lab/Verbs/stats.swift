import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let stats = Verb(
    "stats", .seeing, "a value's shape, type, range, mean, deviation, and what is odd in it",
    operands: [.x],
    examples: [
      VerbExample(
        "stats [1 2; 3 4]",
        output: """
          shape | 2x2
          type  | f64
          cells | 4        32 B
          min   | 1        at [0,0]
          max   | 4        at [1,1]
          mean  | 2.5
          std   | 1.11803
          zeros | 0
          NaN   | 0
          inf   | 0
          """)
    ],
    synonyms: ["describe", "summary"],
    .command { arguments in
      let source = try arguments.node(0).literalTaking(arguments.elementType).value.source
      try arguments.session.present { try StatisticsTable.document(of: source, $0).text($0) }
    })
}
