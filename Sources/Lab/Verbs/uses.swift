import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let uses = Verb(
    "uses", .seeing, "every cell that reads a cell; without an index, how often each cell is read",
    operands: [
      OperandSignature("cell", .cell, summary: "a value, or one cell of it: x, x[0,0,2,3]")
    ],
    options: [.all],
    examples: [
      VerbExample(
        "x = reshape (arange 9) 3x3; k = [1 2; 3 4];\n"
          + "y = conv x k; z = relu y; uses x[1,2]",
        output: """
          x[1,2] = 5

          y = conv x k: 2 cells read x[1,2]
              y[0,1]  times k[1,1] =  4  tap 1,1 of window 0,1, column entry [3,1]
              y[1,1]  times k[0,1] =  2  tap 0,1 of window 1,1, column entry [1,3]

          further on
            z = relu y  2 cells  within z[0:2,1]
          """),
      VerbExample(
        "x = reshape (arange 16) 4x4; p = pool x 2x2 stride=3; uses x",
        output: """
          p = pool x 2x2 stride=3
          windows that read each pixel of x
            | 0  1  2  3
          --+-----------
          0 | 1  1 [0][0]
          1 | 1  1 [0][0]
          2 |[0][0][0][0]
          3 |[0][0][0][0]
          in all 4 readings of 16 cells
          [0]: 12 cells are never read
          """),
    ],
    .command { arguments in
      let operand = try arguments.cell(0)
      let session = arguments.session
      let bound = session.names.bound
      let all = try arguments.flag("all")
      let isNumber = operand.node.value.shape.rank == 0
      try session.present { context in
        guard let cell = operand.cell ?? (isNumber ? CellIndex(rank: 0) : nil) else {
          return try CoverageText.text(of: operand.node, role: operand.text, bound: bound, context)
        }
        return try CellUses.text(
          of: operand.node, cell: cell, role: operand.text, bound: bound, all: all, context)
      }
    })
}
