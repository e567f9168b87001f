import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let stats = Verb(
    "stats", .seeing, "a value's shape, type, range, mean, deviation, and what is odd in it",
    operands: [.x], examples: [VerbExample("stats [1 2; 3 4]", output: "")],
    .command { arguments in
      let tensor = try arguments.tensor(0)
      let statistics = try tensor.statistics()
      arguments.session.write(StatisticsTable.lines(of: statistics, tensor))
    })
}
