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
        "seed 1; x = arange 5; y = x * 10; shuffle x y; show x; show y",
        output: """
          0  1  2  3  4
          -------------
          3  1  0  2  4
           0   1   2   3   4
          ------------------
          30  10   0  20  40
          """)
    ],
    .command { arguments in
      let named = try (0..<arguments.count).map { place in try arguments.binding(place) }
      let shapes = named.map(\.node.value.shape)
      for (place, shape) in shapes.enumerated() {
        let site = Site(arguments.expression(place).span)
        try located(site) {
          guard shape.rank > 0 else { throw TensorError.axis(0, rank: 0) }
          guard shape[0] == shapes[0][0] else {
            throw Explanation(
              "\(shapes[0]) and \(shape) differ in their first length", role: "x",
              note: "\(shape)")
          }
        }
      }
      let order = arguments.session.random.permutation(shapes[0][0])
      let shuffled = try named.map {
        (target: $0.target, node: try $0.node.shuffled(order))
      }
      for (target, node) in shuffled { arguments.session.bind(target, to: node) }
    })
}
