import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let show = Verb(
    "show", .seeing, "draws values: as tables, as shades with numbers, or as pictures in a row",
    operands: [OperandSignature("x", .value, .oneOrMore, summary: "one value or several")],
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
      VerbExample(
        "a = [0 1; 1 0]; b = [0.5 1; 0 0]; show a b",
        output: """
          a:          b:
            | 0  1      |   0    1
          --+-----    --+---------
          0 | 0  1    0 | 0.5    1
          1 | 1  0    1 | 0      0
          """),
      VerbExample(
        "a = [0 1; 1 0]; b = [0.5 1; 0 0]; show a b (1-b) as=image",
        output: """
          a:                          b:                          (1-b):
                      @@@@@@@@@@@@    ++++++++++++@@@@@@@@@@@@    ++++++++++++
                      @@@@@@@@@@@@    ++++++++++++@@@@@@@@@@@@    ++++++++++++
                      @@@@@@@@@@@@    ++++++++++++@@@@@@@@@@@@    ++++++++++++
                      @@@@@@@@@@@@    ++++++++++++@@@@@@@@@@@@    ++++++++++++
                      @@@@@@@@@@@@    ++++++++++++@@@@@@@@@@@@    ++++++++++++
                      @@@@@@@@@@@@    ++++++++++++@@@@@@@@@@@@    ++++++++++++
          @@@@@@@@@@@@                                            @@@@@@@@@@@@@@@@@@@@@@@@
          @@@@@@@@@@@@                                            @@@@@@@@@@@@@@@@@@@@@@@@
          @@@@@@@@@@@@                                            @@@@@@@@@@@@@@@@@@@@@@@@
          @@@@@@@@@@@@                                            @@@@@@@@@@@@@@@@@@@@@@@@
          @@@@@@@@@@@@                                            @@@@@@@@@@@@@@@@@@@@@@@@
          @@@@@@@@@@@@                                            @@@@@@@@@@@@@@@@@@@@@@@@
          2x2, blank 0, @ 1
          """),
    ],
    synonyms: ["print", "display", "imshow", "disp", "echo"],
    .command { arguments in
      let session = arguments.session
      let nodes = try (0..<arguments.count).map(arguments.node)
      let form = Display.Form(rawValue: arguments.word("as")) ?? .table
      let values = try nodes.enumerated().map { place, node in
        let expression = arguments.expression(place)
        let source = node.value.source
        // Among several values the one that is no picture is pointed at.
        if form != .table, source.shape.rank < 2 || source.shape.count == 0 {
          throw arguments.fault(RenderingError.notAPicture(source.shape), ofOperand: place)
        }
        let isOne = nodes.count == 1
        return (source, isOne ? session.title(of: expression) : session.label(of: expression))
      }
      let display = Display(
        values, as: form, rows: try arguments.range("rows"),
        columns: try arguments.range("columns"))
      try session.present { try display.text($0) }
      session.lastShown = nodes.last
    })
}
