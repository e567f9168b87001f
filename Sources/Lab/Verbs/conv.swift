import Convolution
import Language
import Provenance

extension Verb {
  static let conv = Verb(
    "conv", .windows, "the sum of products of every patch and a kernel (cross-correlation)",
    operands: [
      .images,
      OperandSignature(
        "k", .value, role: "kernel",
        summary: "kernels O×(C/groups)×kh×kw; kh×kw is one of one channel"),
      OperandSignature("bias", .value, .optional, role: "bias", summary: "O numbers, added"),
    ],
    options: [
      .stride, .pad, .dilation, .groups, .layout,
      OptionSignature(
        "flip", .boolean, default: "false",
        summary: "true turns the kernel by 180° first: the mathematician's convolution"),
      OptionSignature(
        "algorithm", .words(of: ConvolutionAlgorithm.self), default: "automatic",
        summary: "how it is computed; the numbers are the same"),
    ],
    examples: [
      VerbExample(
        "conv [1 2 3; 4 5 6; 7 8 9] [1 0; 0 1]",
        output: """
            |  0   1
          --+-------
          0 |  6   8
          1 | 12  14
          """),
      VerbExample(
        "conv [1 2 3; 4 5 6; 7 8 9] [0 1 0; 1 -4 1; 0 1 0] pad=1",
        output: """
            |   0    1    2
          --+--------------
          0 |   2    1   -4
          1 |  -3    0   -7
          2 | -16  -11  -22
          """),
      VerbExample(
        "shape (conv (zeros 3x227x227) (zeros 96x3x11x11) stride=4)",
        output: "96x55x55"),
    ],
    synonyms: [
      "convolve", "convolution", "convolution2d", "conv2d", "correlate", "correlation", "convn",
    ],
    plan: {
      try ConvolutionPlan(
        convolving: $0.plannedShape(0), with: $0.plannedShape(1), options: $0.convolutionOptions(),
        $0.plannedType)
    },
    .operation { arguments in
      try arguments.refuseShapeAsKernel()
      return ConvolutionOperation(try arguments.convolutionOptions())
    })
}
