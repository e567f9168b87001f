import Language
import Provenance

extension Verb {
  static let col2im = Verb(
    "col2im", .windows, "back to an image: each pixel is the sum of the cells im2col takes from it",
    operands: [
      OperandSignature("m", .value, role: "matrix", summary: "a matrix as im2col lays it out"),
      OperandSignature(
        "shape", .shape, role: "image", summary: "the image's shape, such as 1x3x8x8"),
      .window,
    ],
    options: [.stride, .pad, .dilation, .order],
    examples: [
      VerbExample(
        "col2im (im2col (ones 3x3) 2x2) 3x3 2x2",
        output: """
            | 0  1  2
          --+--------
          0 | 1  2  1
          1 | 2  4  2
          2 | 1  2  1
          """)
    ],
    synonyms: ["fold"],
    .operation { arguments in
      Col2imOperation(
        try arguments.shape(1), try arguments.windowOptions(at: 2),
        order: arguments.order("order"))
    })
}
