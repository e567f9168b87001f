import Language
import Provenance
import Rendering
import Tensors

extension Verb {
  static let plot = Verb(
    "plot", .seeing, "draws vectors as curves over their index; `?` on the axis marks a gap",
    operands: [OperandSignature("x", .value, .oneOrMore, summary: "one curve or several")],
    options: [
      OptionSignature(
        "log", .boolean, default: "false", summary: "equal factors are equally far apart"),
      OptionSignature("height", .integer, summary: "rows of the drawing, at most (usually 13)"),
      OptionSignature("width", .integer, summary: "columns of the drawing, labels included"),
      OptionSignature(
        "from", .integer, default: "0", summary: "the first index drawn; from=-100 for the last 100"
      ),
    ],
    examples: [
      VerbExample(
        "loss = [0.136 0.075 0.073 0.072 0.071]; plot loss height=9 width=60",
        output: """
          0.14 +*
               | \\.
          0.12 +   '\\
               |     '\\
          0.10 +       '-.
               |         '-.
          0.08 +            \\*.......
               |                     ''''''*''''''''''''*''''''------*
               ++------------+-------------+------------+------------+
                0            1             2            3            4
          loss: min 0.071 at 4, max 0.136 at 0, last 0.071 at 4
          """),
      VerbExample(
        "a = arange 40; b = a^2 / 20; plot a b height=9 width=60",
        output: """
          80 +                                                       o
             |                                                   oooo
          60 +                                                oooo
             |                                          oooooo
          40 +                                      oooo       *******
             |                                oooo*o***********
          20 +                     ****o*o*o*o***
             |       ********o*o*o*oooo
           0 +*o*o*o*ooooooo
             ++-------------+-------------+-------------+-------------
              0             10            20            30
          * a: min 0 at 0, max 39 at 39, last 39 at 39
          o b: min 0 at 0, max 76.05 at 39, last 76.05 at 39
          """),
      VerbExample(
        "y = exp (-(arange 60) / 5); plot y log=true height=8 width=60",
        output: """
                  |--...
              0.1 +     '''\\---...
                  |               ''''--....
            0.001 +                         '''---\\...
                  |                                   '''---...
          0.00001 +                                            '''\\---
                  ++-------+--------+-------+--------+-------+--------
                   0       10       20      30       40      50
          y: min 7.505e-06 at 59, max 1 at 0, last 7.505e-06 at 59;
             log scale
          """),
      VerbExample(
        "y = [1 2 4 0/0 8 9]; plot y height=9 width=40",
        output: """
            |                                 ..-*
          8 +                             *-''
            |
          6 +
            |
          4 +             .*
            |         .--'
          2 +    ..-*'
            |*-''
            ++-------------+-------?------+-------
             0             2              4
          y: min 1 at 0, max 9 at 5, last 9 at 5;
             1 NaN, at 3
          """),
    ],
    synonyms: ["plt", "curve"],
    .command { arguments in
      let session = arguments.session
      let curves = try (0..<arguments.count).map { place in
        let expression = arguments.expression(place)
        let source = try arguments.node(place).literalTaking(arguments.elementType).value.source
        guard PlotCurve.isCurve(source.shape) else {
          throw arguments.fault(
            RenderingError.notACurve(source.shape), ofOperand: place,
            help: session.title(of: expression).map { "its first row is \($0)[0]" })
        }
        return PlotCurve(source, named: session.label(of: expression))
      }
      let request = PlotRequest(
        isLogarithmic: try arguments.flag("log"),
        height: try arguments.integer("height", in: 3...500),
        width: try arguments.integer("width", in: 20...10_000),
        first: try arguments.integer("from") ?? 0)
      try session.present { try PlotView.text(of: curves, request, $0) }
    })
}
