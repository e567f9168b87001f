import Language
import Provenance
import Windows

extension Verb {
  static let pad = Verb(
    "pad", .shaping, "cells of one value around the last two axes",
    operands: [
      .x,
      OperandSignature(
        "sides", .shape, role: "pad",
        summary: "1, 1x2 (rows, columns) or 0x1x0x1 (top, left, bottom, right)"),
    ],
    options: [OptionSignature("value", .number, default: "0", summary: "what is put there")],
    examples: [
      VerbExample(
        "pad [1 2; 3 4] 0x1",
        output: """
            | 0  1  2  3
          --+-----------
          0 | 0  1  2  0
          1 | 0  3  4  0
          """)
    ],
    .operation { arguments in
      let sides = try arguments.sides(1)
      for (amount, direction) in [
        (Swift.min(sides.top, sides.bottom), WindowDirection.rows),
        (Swift.min(sides.left, sides.right), .columns),
      ] where amount < 0 {
        throw WindowError.negativePadding(amount, along: direction)
      }
      return PadOperation(sides, value: try arguments.number("value") ?? 0)
    })
}
