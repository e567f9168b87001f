import Convolution
import Language
import Provenance
import Windows

extension Verb {
  static let convtranspose = Verb(
    "convtranspose", .windows, "lays a scaled kernel down for every pixel: conv read backwards",
    operands: [
      .images,
      OperandSignature(
        "k", .value, role: "kernel",
        summary: "kernels C×(O/groups)×kh×kw; kh×kw is one of one channel"),
      OperandSignature("bias", .value, .optional, role: "bias", summary: "O numbers, added"),
    ],
    options: [
      .stride,
      OptionSignature("pad", .padding, default: "0", summary: "rows and columns cut off the sides"),
      OptionSignature(
        "output_pad", .extent, default: "0", summary: "rows and columns added at bottom and right"),
      .dilation, .groups, .layout,
    ],
    examples: [
      VerbExample(
        "convtranspose [1 2; 3 4] [1 1; 1 1]",
        output: """
            |  0   1   2
          --+-----------
          0 |  1   3   2
          1 |  4  10   6
          2 |  3   7   4
          """),
      VerbExample(
        "convtranspose [1 2; 3 4] [1 1; 1 1] stride=2",
        output: """
            | 0  1  2  3
          --+-----------
          0 | 1  1  2  2
          1 | 1  1  2  2
          2 | 3  3  4  4
          3 | 3  3  4  4
          """),
    ],
    synonyms: ["conv_transpose", "convtranspose2d", "deconv", "deconvolution"],
    plan: {
      try ConvolutionPlan(
        transposing: $0.plannedShape(0), with: $0.plannedShape(1),
        options: $0.transposedConvolutionOptions(), $0.plannedType)
    },
    .operation { arguments in
      try arguments.refuseShapeAsKernel()
      return TransposedConvolutionOperation(try arguments.transposedConvolutionOptions())
    })
}
