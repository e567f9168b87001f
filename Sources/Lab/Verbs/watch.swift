import Language

extension Verb {
  static let watch = Verb(
    "watch", .seeing,
    "redraws what a verb shows in place while loops run; without one, no more",
    operands: [
      OperandSignature(
        "call", .anyCall, .optional, summary: "what to draw: `plot losses`, `show k1 k2 as=heat`")
    ],
    examples: [
      VerbExample(
        "k = zeros 2x2;\nwatch show k\nrepeat 3\n  k = k + (eye 2)\nend\nshow k",
        output: """
            | 0  1
          --+-----
          0 | 3  0
          1 | 0  3
          """)
    ],
    .command { arguments in
      let session = arguments.session
      guard arguments.count > 0 else { return session.watches = [] }
      guard case .application(let application) = arguments.expression(0).kind else { return }
      session.watches.append(try Analyser(of: session).call(application))
    })
}
