import Convolution
import Language
import Provenance
import Tensors

extension Verb {
  static let he = Verb(
    "he", .making, "normal start values after He et al. (2015), by fan-in", operands: [.shape],
    options: [.layout],
    examples: [
      VerbExample(
        "seed 1; he 1x1x3x3",
        output: """
          [0,0]:
            |       0        1        2
          --+--------------------------
          0 |  0.3534   0.2803  -0.2011
          1 |  0.1239  -0.5883   0.1688
          2 |  0.1502   0.0072   0.2911
          """)
    ],
    .value { arguments in
      Node(
        try .he(
          arguments.shape(0), arguments.elementType, channelsLast: arguments.layout == .nhwc,
          using: &arguments.session.random))
    })
}
