import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let explain = Verb(
    "explain", .seeing, "writes out how one cell was made",
    operands: [
      OperandSignature(
        "cell", .cell, summary: "a value with an index of one cell: y[0,1], (conv x k)[0,1]")
    ],
    options: [
      OptionSignature(
        "depth", .integer, default: "1",
        summary: "2 explains the cells it was made of too, and so on"),
      .all,
    ],
    examples: [
      VerbExample(
        "x = reshape (arange 9) 3x3; k = [1 2; 3 4];\n"
          + "y = conv x k pad=1; explain y[0,1]",
        output: """
          y[0,1] = conv x k pad=1
                                             product  so far
              padding (top) * k[0,0]  0 * 1        0       0  channel 0, tap 0,0
              padding (top) * k[0,1]  0 * 2        0       0  channel 0, tap 0,1
              x[0,0]        * k[1,0]  0 * 3        0       0  channel 0, tap 1,0
              x[0,1]        * k[1,1]  1 * 4        4       4  channel 0, tap 1,1
            y[0,1] = 4
          """),
      VerbExample(
        "x = reshape (arange 9) 3x3; m = im2col x 2x2 pad=1; explain m[3,5]",
        output: """
          m[3,5] = im2col x 2x2 pad=1
            row 3 = 0 * 4 + 1 * 2 + 1: channel 0, tap row 1, tap column 1
            column 5 = 0 * 16 + 1 * 4 + 1: image 0, output row 1, output column 1
            input row = 1 * 1 - 1 + 1 * 1 = 1
            input column = 1 * 1 - 1 + 1 * 1 = 1
            is x[1,1] = 4
          """),
      VerbExample(
        "x = reshape (arange 9) 3x3; p = pool x 2x2; explain p[0,0]",
        output: """
          p[0,0] = pool x 2x2
              x[0,0]  0  tap 0,0
              x[0,1]  1  tap 0,1
              x[1,0]  3  tap 1,0
              x[1,1]  4  tap 1,1 <- the largest
            p[0,0] = 4
          """),
    ],
    .command { arguments in
      let operand = try arguments.cell(0)
      let session = arguments.session
      let shape = operand.node.value.shape
      guard let cell = operand.cell ?? (shape.rank == 0 ? CellIndex(rank: 0) : nil) else {
        throw Explanation(
          "one cell is explained at a time, and \(operand.text) is \(shape)", role: "cell",
          help: "for example `explain \(operand.text)\(shape.index(at: 0))`")
      }
      guard operand.node.origin != nil else {
        let source = operand.node.value.source
        let value = NumberFormat.text(of: source.cell(cell), digits: 10)
        throw Explanation(
          "\(operand.text) is a leaf: nothing it was computed from is known", role: "cell",
          note: "\(shape), here \(value)",
          help: "literals, files, random numbers and values changed by `x[0] = 5` are leaves")
      }
      let depth = try arguments.integer("depth") ?? 1
      guard (1...CellExplanation.deepest).contains(depth) else {
        throw Explanation(
          "`depth` goes from 1 to \(CellExplanation.deepest), this is \(depth)", role: "depth")
      }
      let all = try arguments.flag("all")
      try session.present { context in
        try CellExplanation.text(
          of: operand.node, cell: cell, names: session.nodeNames, depth: depth, all: all, context)
      }
    })
}
