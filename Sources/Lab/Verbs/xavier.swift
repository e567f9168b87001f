import Convolution
import Language
import Provenance
import Tensors

extension Verb {
  static let xavier = Verb(
    "xavier", .making, "uniform start values after Glorot and Bengio (2010), by fan-in and fan-out",
    operands: [.shape], options: [.layout],
    examples: [VerbExample("seed 1; xavier 1x1x3x3", output: "")],
    .value { arguments in
      Node(
        try .xavier(
          arguments.shape(0), arguments.elementType, channelsLast: arguments.layout == .nhwc,
          using: &arguments.session.random))
    })
}
