import Convolution
import Language
import Provenance
import Tensors

extension Verb {
  static let he = Verb(
    "he", .making, "normal start values after He et al. (2015), by fan-in", operands: [.shape],
    options: [.layout],
    examples: [VerbExample("seed 1; he 1x1x3x3", output: "")],
    .value { arguments in
      Node(
        try .he(
          arguments.shape(0), arguments.elementType, channelsLast: arguments.layout == .nhwc,
          using: &arguments.session.random))
    })
}
