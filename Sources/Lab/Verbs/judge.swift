import Convolution
import Language
import Provenance
import Rendering

extension Verb {
  static let judge = Verb(
    "judge", .gradients, "the smallest test of backward code that catches every mutant",
    operands: [
      OperandSignature(
        "y", .value, .optional, summary: "a value that conv or pool made; conv if none is given")
    ],
    examples: [
      VerbExample(
        "judge",
        output: """
          # 96 products catch all 16 mutants:
          seed 1; x = randn 2x1x5x2; k = randn 2x1x2x3; bias = randn 2
          y = conv x k bias stride=2 pad=0x2
          mutants y
          """),
      VerbExample(
        "p = pool (randn 4x4) 2x2; judge p",
        output: """
          # 96 products catch all 10 mutants:
          seed 1; x = relu (randn 2x2x6x2)
          y = pool x 3x2 stride=2 pad=0x1
          mutants y
          """),
    ],
    .command { arguments in
      let subject = arguments.count > 0 ? try Judge.Subject(of: arguments.node(0)) : .convolution
      let session = arguments.session
      guard let verdict = try Judge(of: subject).smallest() else {
        throw Explanation("no test of a few pixels catches all")
      }
      session.write(
        ["# \(verdict.products) products catch all \(verdict.caught) mutants:"] + verdict.lines
          + ["mutants y"])
    })
}
