import Language
import Provenance
import Tensors

extension Verb {
  static let shuffle = Verb(
    "shuffle", .shaping, "binds the names to their values in one random order of the first axis",
    operands: [
      OperandSignature("x", .name, .oneOrMore, summary: "names whose values have one first length")
    ],
    examples: [
      VerbExample(
        "seed 1; x = arange 5; y = x * 10; shuffle x y; show x; show y", output: "")
    ],
    .command { arguments in
      let named = try (0..<arguments.count).map { place in try arguments.binding(place) }
      guard let first = named.first else { return }
      for (_, node) in named where node.value.shape.rank == 0 {
        throw TensorError.axis(0, rank: 0)
      }
      for (_, node) in named where node.value.shape[0] != first.node.value.shape[0] {
        throw TensorError.firstLength(first.node.value.shape, node.value.shape)
      }
      let order = arguments.session.random.permutation(first.node.value.shape[0])
      let shuffled = try named.map {
        (name: $0.name, node: try Node(GatherOperation(order), [$0.node]))
      }
      for (name, node) in shuffled { arguments.session.bind(name, to: node) }
    })
}
