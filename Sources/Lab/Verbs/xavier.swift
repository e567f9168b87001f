import Convolution
import Language
import Provenance
import Tensors

extension Verb {
  static let xavier = Verb(
    "xavier", .making, "uniform start values after Glorot and Bengio (2010), by fan-in and fan-out",
    operands: [.shape], options: [.layout],
    examples: [
      VerbExample(
        "seed 1; xavier 1x1x3x3",
        output: """
          [0,0]:
            |       0        1        2
          --+--------------------------
          0 |  0.3598   0.2853  -0.4617
          1 |  0.2843  -0.3641   0.1045
          2 |  0.5622   0.0270  -0.4658
          """)
    ],
    .value { arguments in
      Node(
        try .xavier(
          arguments.shape(0), arguments.elementType, channelsLast: arguments.layout == .nhwc,
          using: &arguments.session.random))
    })
}
