import Language
import Provenance

extension Verb {
  static let im2col = Verb(
    "im2col", .windows, "the patches under a window as a matrix; lazy: made only where it is read",
    operands: [.images, .window],
    options: [.stride, .pad, .dilation, .order],
    examples: [
      VerbExample(
        "im2col (reshape (arange 12) 3x4) 2x2",
        output: """
            |  0   1   2   3   4   5
          --+-----------------------
          0 |  0   1   2   4   5   6
          1 |  1   2   3   5   6   7
          2 |  4   5   6   8   9  10
          3 |  5   6   7   9  10  11
          """),
      VerbExample(
        "im2col (reshape (arange 12) 3x4) 2x2 order=rows",
        output: """
            |  0   1   2   3
          --+---------------
          0 |  0   1   4   5
          1 |  1   2   5   6
          2 |  2   3   6   7
          3 |  4   5   8   9
          4 |  5   6   9  10
          5 |  6   7  10  11
          """),
      VerbExample(
        "shape (im2col (zeros 3x227x227) 11x11 stride=4)",
        output: "363x3025"),
    ],
    synonyms: ["unfold", "patches"],
    .operation { arguments in
      Im2colOperation(try arguments.windowOptions(at: 1), order: arguments.order("order"))
    })
}
