import Language
import Provenance
import Tensors

extension Verb {
  static let blobs = Verb(
    "blobs", .making, "test pictures: a sinusoid background with discs on it",
    operands: [.shape],
    examples: [
      VerbExample(
        "seed 1; show (blobs 12x24) as=heat",
        output: """
          [0.1001, 0.8999]
             | 0         5         10        15        20
          ---+-------------------------------------------------
           0 | ##@@@@%%++::    ..==##@@@@%%++::    ..==##@@@@%%
           1 | @@##==..    ::++##@@@@%%++::    ..==##@@@@%%----
           2 | ==..    ::++%%@@@@##==..    ::++##@@@@%%++::----
           3 |     ::++%%@@@@##==..    ::++%%@@@@##==..    ::++
           4 | --**  @@@@**--..    ::++%%@@@@##==..    ::++%%**
           5 | @@@@    --..    --**%%@@@@**--..    ::++%%@@****
           6 | %%**--    ..--**@@@@@@**--..    --**%%@@@@******
           7 | ::    ..==##@@@@%%**--    ..--**@@@@@@**--..****
           8 |   ..==##@@@@%%++::    ..==##@@@@%%**--    ..--++
           9 | ==##@@@@%%++::    ..==##@@@@%%++::    ..==##@@@@
          10 | @@@@##==::    ::==##@@@@%%++::    ..==##@@@@%%++
          11 | ##==..    ::++%%@@@@##==::    ::==##@@@@%%++::
          shades from low to high: " .:-=+*#%@"
          """)
    ],
    .value { arguments in
      Node(
        try .blobs(
          arguments.shape(0), arguments.elementType, using: &arguments.session.random),
        isData: true)
    })
}
