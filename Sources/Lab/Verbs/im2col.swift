import Language
import Provenance

extension Verb {
  static let im2col = Verb(
    "im2col", .windows, "the patches under a window as a matrix; lazy: made only where it is read",
    operands: [.images, .window],
    options: [.stride, .pad, .dilation, .order],
    examples: [
      VerbExample("im2col (reshape (arange 9) 3x3) 2x2", output: ""),
      VerbExample("im2col (reshape (arange 9) 3x3) 2x2 order=rows", output: ""),
      VerbExample("shape (im2col (zeros 3x227x227) 11x11 stride=4)", output: ""),
    ],
    .operation { arguments in
      Im2colOperation(try arguments.windowOptions(at: 1), order: arguments.order("order"))
    })
}
