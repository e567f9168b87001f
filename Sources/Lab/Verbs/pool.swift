import Convolution
import Language
import Provenance
import Windows

extension Verb {
  static let pool = Verb(
    "pool", .windows, "the largest cell, or the mean, of every patch",
    operands: [.images, .window],
    options: [
      OptionSignature("kind", .words(of: PoolKind.self), default: "max", summary: "what is kept"),
      OptionSignature("stride", .extent, summary: "as conv's; the window if it is not given"),
      .padOfPool, .dilation,
      OptionSignature(
        "ceil", .boolean, default: "false", summary: "true keeps a last window that hangs over"),
      OptionSignature(
        "count_pad", .boolean, default: "true", summary: "whether a mean counts padding"),
      OptionSignature(
        "ties", .words(of: TieRule.self), default: "first",
        summary: "which of equal cells the gradient goes to in `backward`"),
    ],
    examples: [
      VerbExample(
        "pool (reshape (arange 16) 4x4) 2x2",
        output: """
            |  0   1
          --+-------
          0 |  5   7
          1 | 13  15
          """),
      VerbExample(
        "pool (reshape (arange 16) 4x4) 2x2 kind=avg stride=1",
        output: """
            |    0     1     2
          --+-----------------
          0 |  2.5   3.5   4.5
          1 |  6.5   7.5   8.5
          2 | 10.5  11.5  12.5
          """),
    ],
    synonyms: [
      "maxpool", "avgpool", "max_pool", "avg_pool", "maxpool2d", "avgpool2d", "pooling",
      "maxpooling", "max_pool2d", "avg_pool2d",
    ],
    plan: {
      try ConvolutionPlan(
        pooling: $0.plannedShape(0), kernel: $0.extent(1), options: $0.poolOptions(),
        $0.plannedType)
    },
    .operation { arguments in
      PoolOperation(kernel: try arguments.extent(1), try arguments.poolOptions())
    })
}
