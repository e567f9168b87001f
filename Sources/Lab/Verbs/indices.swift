import Language
import Provenance
import Windows

extension Verb {
  static let indices = Verb(
    "indices", .windows, "which pixel each cell of im2col is taken from",
    operands: [.images, .window],
    options: [
      .stride, .pad, .dilation, .order,
      OptionSignature(
        "as", .words(IndexKind.allCases.map(\.rawValue)), default: "pairs",
        summary: """
          (row,column) pairs, rows, columns, channels, or places in the flattened image; in the \
          padding rows and columns are negative or past the end, and flat is -1
          """),
    ],
    examples: [
      VerbExample(
        "indices (zeros 3x3) 2x2",
        output: """
            |     0      1      2      3
          --+---------------------------
          0 | (0,0)  (0,1)  (1,0)  (1,1)
          1 | (0,1)  (0,2)  (1,1)  (1,2)
          2 | (1,0)  (1,1)  (2,0)  (2,1)
          3 | (1,1)  (1,2)  (2,1)  (2,2)
          """),
      VerbExample(
        "indices (zeros 2x3x3) 2x2 as=i",
        output: """
            | 0  1  2  3
          --+-----------
          0 | 0  0  1  1
          1 | 0  0  1  1
          2 | 1  1  2  2
          3 | 1  1  2  2
          4 | 0  0  1  1
          5 | 0  0  1  1
          6 | 1  1  2  2
          7 | 1  1  2  2
          """),
      VerbExample(
        "indices (zeros 3x3) 2x2 order=rows as=flat",
        output: """
            | 0  1  2  3
          --+-----------
          0 | 0  1  3  4
          1 | 1  2  4  5
          2 | 3  4  6  7
          3 | 4  5  7  8
          """),
    ],
    .value { arguments in
      let image = try arguments.node(0).value.shape
      let window = try arguments.windowOptions(at: 1).window(over: image)
      let kind = IndexKind(rawValue: arguments.word("as")) ?? .pairs
      return Node(
        leaf: .lazy(
          try IndexMatrix(image: image, window: window, kind: kind, order: arguments.order("order"))
        ))
    })
}
