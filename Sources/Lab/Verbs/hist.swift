import Language
import Provenance
import Rendering

extension Verb {
  static let hist = Verb(
    "hist", .seeing, "how often which numbers occur in a value: a bar for each range of them",
    operands: [.x],
    options: [
      OptionSignature(
        "bins", .integer, summary: "about how many ranges: their edges are round numbers")
    ],
    examples: [
      VerbExample(
        "x = [0 1 1 2 2 2 3 3 1]; hist x",
        output: """
          0  1  11.1%  |######################
          1  3  33.3%  |##################################################################
          2  3  33.3%  |##################################################################
          3  2  22.2%  |############################################
          x: 9 cells, min 0, max 3, mean 1.667
          """),
      VerbExample(
        "seed 1; x = randn 1000; hist x bins=6",
        output: """
          [-4, -3)    1   0.1%  |.
          [-3, -2)   23   2.3%  |####
          [-2, -1)  144  14.4%  |#########################
          [-1,  0)  330  33.0%  |########################################################
          [ 0,  1)  334  33.4%  |#########################################################
          [ 1,  2)  146  14.6%  |#########################
          [ 2,  3)   20   2.0%  |###
          [ 3,  4]    2   0.2%  |.
          x: 1,000 cells, min -3.359, max 3.208, mean 0.008047
          """),
    ],
    synonyms: ["histogram"],
    .command { arguments in
      let session = arguments.session
      let source = try arguments.node(0).literalTaking(arguments.elementType).value.source
      let name = session.label(of: arguments.expression(0))
      let bins = try arguments.integer("bins", in: 1...1000)
      try session.present { try HistogramView.text(of: source, named: name, bins: bins, $0) }
    })
}
