import Language
import Provenance
import Rendering

extension Verb {
  static let mutants = Verb(
    "mutants", .gradients,
    "which mistakes in backward code a test of this conv or pool would catch",
    operands: [OperandSignature("y", .value, summary: "a value that conv or pool made")],
    examples: [
      VerbExample(
        "x = randn 1x2x4x4; k = randn 3x2x2x2; y = conv x k; mutants y",
        output: """
          mutant             | what it is                       seen in  caught by
          -------------------+------------------------------------------------------------
          = for +=           | overlapping patches overwrite    numpy    3.8 at [0,1,0,2]
          stride lost        | patches one pixel apart          cs231n   SLIPS THROUGH
          floor(i/width*s)   | a patch's row, rounded late      004      SLIPS THROUGH
          left-over lost     | what no window read is missing   004      SLIPS THROUGH
          crop by one        | whatever the padding             004      shape 1x2x2x2
          wrong axes cropped | images and channels are cut      001      SLIPS THROUGH
          u reshaped         | NxO read as OxN, not transposed  001      SLIPS THROUGH
          images' order      | columns as position, image       cs231n   SLIPS THROUGH
          kernel not flipped | correlated as it is              002      5.9 at [0,0,2,3]
          channels kept      | k[c,o] where k[o,c] is due       002      2 channels meet 3
          u not dilated      | no zeros for the stride          002      SLIPS THROUGH
          left-over not put  | what no window read is missing   003      SLIPS THROUGH
          pad k-1            | whatever the padding             003      SLIPS THROUGH
          pad p              | and k-1 where p is 0             003      SLIPS THROUGH
          mean for sum       | kernel gradient divided by N              SLIPS THROUGH
          bias axes          | summed to one number an image             - no bias
          A gradient check of y catches 4 of 15, and 11 slip through; `judge y` finds a
            test that catches all.
          """)
    ],
    .command { arguments in
      let trial = try MutantTrial(of: try arguments.node(0))
      let outcomes = try trial.mutants.map { ($0, try trial.outcome(of: $0)) }
      let session = arguments.session
      let title = session.source.text(arguments.expression(0).span)
      session.present {
        MutantTable.document(of: outcomes, value: title, $0).text($0)
      }
    })
}
