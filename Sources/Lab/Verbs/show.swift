import Language
import Provenance
import Rendering

extension Verb {
  static let show = Verb(
    "show", .seeing, "draws a value: as a table, as shades with numbers, or as a picture",
    operands: [.x],
    options: [
      OptionSignature(
        "as", .words(["table", "heat", "image"]), default: "table",
        summary: "numbers, shades, or a picture of 0…1"),
      OptionSignature("rows", .indexList, summary: "which rows: rows=10:20"),
      OptionSignature("columns", .indexList, summary: "which columns: columns=0:8"),
    ],
    examples: [
      VerbExample(
        "show [1 2.5; -3 4]",
        output: """
            |   0    1
          --+---------
          0 |   1  2.5
          1 |  -3  4.0
          """),
      VerbExample(
        "show (reshape (arange 1000) 10x100) rows=2:4 columns=0:5",
        output: """
            |   0    1    2    3    4
          --+------------------------
          2 | 200  201  202  203  204
          3 | 300  301  302  303  304
          """),
      VerbExample(
        "show [0 0.5 1; 1 0.5 0] as=heat",
        output: """
          [0, 1]
            |     0      1      2
          --+--------------------
          0 |   0    0.5 +    1 @
          1 |   1 @  0.5 +    0
          shades from low to high: " .:-=+*#%@"
          """),
    ],
    .command { arguments in
      let node = try arguments.node(0)
      let session = arguments.session
      let display = Display(
        node.value.source, named: session.title(of: arguments.expression(0)),
        as: Display.Form(rawValue: arguments.word("as")) ?? .table,
        rows: try arguments.range("rows"), columns: try arguments.range("columns"))
      try session.present { try display.text($0) }
      session.lastShown = node
    })
}
