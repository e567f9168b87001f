import Convolution
import Language
import Provenance
import Rendering

extension Verb {
  static let backward = Verb(
    "backward", .gradients,
    "makes a value the one whose gradients `grad` gives",
    operands: [
      OperandSignature("y", .value, summary: "the value that is differentiated"),
      OperandSignature(
        "upstream", .value, .optional, summary: "the gradient of y itself; ones if none is given"),
    ],
    options: [
      OptionSignature(
        "route", .words(of: InputGradientRoute.self), default: "automatic",
        summary: "how the gradient of a conv's input is computed; the numbers are the same")
    ],
    examples: [
      VerbExample(
        "x = [1 2; 3 4]; y = x * x; backward y; grad x",
        output: """
          gradients for x 2x2
            | 0  1
          --+-----
          0 | 2  4
          1 | 6  8
          """),
      VerbExample(
        "x = [1 2 3]; y = 2 * x; backward y [1 0 -1]; grad x",
        output: """
          gradients for x 3
           0   1   2
          ----------
           2   0  -2
          """),
    ],
    role: .backward,
    .command { arguments in
      let session = arguments.session
      let y = try arguments.node(0)
      guard y.origin != nil else { throw ProvenanceError.leaf(y.value.shape) }
      let route = arguments.once {
        InputGradientRoute(rawValue: arguments.word("route")) ?? .automatic
      }
      let backward = try Backward(
        from: y, upstream: arguments.count > 1 ? arguments.node(1) : nil,
        options: BackwardOptions(route: route))
      try arguments.requireLeaves(of: backward)
      session.gradients = GradientPass(
        backward: backward, source: session.source, span: arguments.expression(0).span)
      guard session.mode == .prompt else { return }
      let subjects = session.subjects(below: y, where: backward.reaches)
      func list(_ subjects: [Subject]) -> String {
        subjects.map { "\($0.title) \($0.node.value.shape)" }.joined(separator: ", ")
      }
      let (data, parameters) = (subjects.filter(\.isData), subjects.filter { !$0.isData })
      session.write(
        parameters.isEmpty || data.isEmpty
          ? "gradients for \(list(subjects))"
          : "gradients for \(list(parameters)); for data too: \(list(data))")
    })
}

extension Arguments {
  /// Refuses a backward pass that reaches no leaf: because a verb without a derivative is in the way,
  /// or because everything was written down.
  fileprivate func requireLeaves(of backward: Backward) throws {
    guard !backward.hasLeaves else { return }
    for node in backward.nodes where node.origin == nil && !node.isLiteral {
      // Says what is in the way.
      _ = try backward.gradient(of: node)
    }
    throw Explanation.nothingToDifferentiateBy
  }
}
