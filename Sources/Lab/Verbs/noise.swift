import Language
import Provenance
import Tensors

extension Verb {
  static let noise = Verb(
    "noise", .making, "a copy with noise, new at every call",
    operands: [.x],
    options: [
      OptionSignature(
        "kind", .words(["saltpepper", "gaussian"]), default: "saltpepper",
        summary: "black and white pixels, or a normal number added to each"),
      OptionSignature("p", .number, default: "0.1", summary: "how many pixels salt and pepper hit"),
      OptionSignature("sigma", .number, default: "0.1", summary: "deviation of gaussian noise"),
    ],
    examples: [
      VerbExample(
        "seed 1; noise (full 2x8 0.5) p=0.25",
        output: """
            |   0    1    2    3    4    5    6    7
          --+---------------------------------------
          0 | 0.5  0.5  0    0.5    1  0.5  0.5  0.5
          1 | 0    1.0  0.5  0.5    0  0.5  0    1.0
          """)
    ],
    .value { arguments in
      let noise: Noise =
        arguments.word("kind") == "gaussian"
        ? .gaussian(try arguments.number("sigma") ?? 0)
        : .saltAndPepper(try arguments.number("p") ?? 0)
      return Node(
        try arguments.tensor(0).with(noise, using: &arguments.session.random), isData: true)
    })
}
