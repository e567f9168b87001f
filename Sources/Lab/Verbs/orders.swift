import Language
import Provenance
import Rendering
import Tensors
import Windows

extension Verb {
  static let orders = Verb(
    "orders", .seeing, "the same patches in every order, or how one order becomes another",
    operands: [.images, .window],
    options: [
      .stride, .pad, .dilation,
      OptionSignature("from", OptionSignature.order.kind, summary: "the order to start from"),
      OptionSignature("to", OptionSignature.order.kind, summary: "the order to get to"),
    ],
    examples: [
      VerbExample(
        "orders (reshape (arange 9) 3x3) 2x2",
        output: """
          columns: 4x4                         rows: 4x4
          down: tap row, tap column            down: output row, output column
          across: output row, output column    across: tap row, tap column
            | 0  1  2  3                         | 0  1  2  3
          --+-----------                       --+-----------
          0 | 0  1  3  4                       0 | 0  1  3  4
          1 | 1  2  4  5                       1 | 1  2  4  5
          2 | 3  4  6  7                       2 | 3  4  6  7
          3 | 4  5  7  8                       3 | 4  5  7  8

          windows: 2x2x2x2
          slices: output row, output column
          down: tap row
          across: tap column
          [0,0]:      [0,1]:      [1,0]:      [1,1]:
            | 0  1      | 0  1      | 0  1      | 0  1
          --+-----    --+-----    --+-----    --+-----
          0 | 0  1    0 | 1  2    0 | 3  4    0 | 4  5
          1 | 3  4    1 | 4  5    1 | 6  7    1 | 7  8

          unfold: 4x4                          cs231n: 4x4
          down: tap row, tap column            down: tap row, tap column
          across: output row, output column    across: output row, output column
          here the same as columns             here the same as columns

          matlab: 4x4                          matlab-rows: 4x4
          down: tap column, tap row            down: tap column, tap row
          across: output column, output row    across: output row, output column
            | 0  1  2  3                         | 0  1  2  3
          --+-----------                       --+-----------
          0 | 0  3  1  4                       0 | 0  1  3  4
          1 | 3  6  4  7                       1 | 3  4  6  7
          2 | 1  4  2  5                       2 | 1  2  4  5
          3 | 4  7  5  8                       3 | 4  5  7  8

          Of several factors the last one runs fastest.
          """),
      VerbExample(
        "orders (reshape (arange 18) 2x1x3x3) 2x2 from=columns to=cs231n",
        output: """
          columns: 4x8, down: tap row, tap column; across: image, output row, output
            column
          cs231n: 4x8, down: tap row, tap column; across: output row, output column, image

          column in cs231n  | 0  1  2  3  4  5  6  7
          ------------------+-----------------------
          column in columns | 0  4  1  5  2  6  3  7
          Row i of cs231n is row i of columns.
          """),
    ],
    .command { arguments in
      let image = try arguments.tensor(0)
      let window = try arguments.windowOptions(at: 1).window(over: image.shape)
      let session = arguments.session
      for (given, due) in [("from", "to"), ("to", "from")]
      where arguments.has(given) && !arguments.has(due) {
        throw Explanation(
          "`\(given)=` is given without `\(due)=`", role: given,
          help: "add `\(due)=`: the two say how one order becomes another")
      }
      guard arguments.has("from") else {
        let im2col = arguments.im2colText
        return try session.present {
          try PatchOrdersView.text(of: image, window: window, im2col: im2col, $0)
        }
      }
      let permutation = try PatchPermutation(
        image: image.shape, window: window, from: arguments.order("from"),
        to: arguments.order("to"))
      try session.present { try PermutationView.text(of: permutation, $0) }
    })
}

extension Arguments {
  /// The `im2col` that makes the same patches, as it is typed.
  fileprivate var im2colText: String {
    let spans = site.application.operands.map(\.span) + site.application.options.map(\.span)
    return (["im2col"] + spans.map(session.source.text)).joined(separator: " ")
  }
}
