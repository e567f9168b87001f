import Convolution
import Language
import Provenance
import Rendering

extension Verb {
  static let backward = Verb(
    "backward", .gradients,
    "prepares the gradients of a value with respect to all it came from; `grad` gives them",
    operands: [
      OperandSignature("y", .value, summary: "the value that is differentiated"),
      OperandSignature(
        "upstream", .value, .optional, summary: "the gradient of y itself; ones if none is given"),
    ],
    options: [
      OptionSignature(
        "route", .words(InputGradientRoute.allCases.map(\.rawValue)), default: "automatic",
        summary: "how the gradient of a conv's input is computed; the numbers are the same")
    ],
    examples: [],
    .command { arguments in
      let session = arguments.session
      let y = try arguments.node(0)
      guard y.origin != nil else { throw ProvenanceError.leaf(y.value.shape) }
      let route = InputGradientRoute(rawValue: arguments.word("route")) ?? .automatic
      let backward = try Backward(
        from: y, upstream: arguments.count > 1 ? arguments.node(1) : nil,
        options: BackwardOptions(route: route))
      let leaves = try arguments.leaves(of: backward)
      session.gradients = GradientPass(
        backward: backward, title: session.source.text(arguments.expression(0).span))
      guard session.mode == .prompt else { return }
      session.write(
        "gradients for "
          + leaves.reversed().map { "\(session.title(of: $0, below: y)) \($0.value.shape)" }
          .joined(separator: ", "))
    })
}

extension Arguments {
  /// The leaves that a backward pass reaches.
  ///
  /// - Throws: if there is none: because a verb without a derivative is in the way, or because
  ///   everything was written down.
  fileprivate func leaves(of backward: Backward) throws -> [Node] {
    let leaves = backward.leaves
    if !leaves.isEmpty { return leaves }
    for node in backward.nodes where node.origin == nil && !node.isLiteral {
      // Says what is in the way.
      _ = try backward.gradient(of: node)
    }
    throw Explanation(
      "there is nothing to differentiate by: all that y came from was written down", role: "y",
      help: "bind what the gradient is asked of to a name first: `x = [1 2 3]`")
  }
}
