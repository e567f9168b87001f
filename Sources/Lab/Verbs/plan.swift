import Convolution
import Language
import Provenance
import Rendering
import Tensors
import Windows

extension Verb {
  static let plan = Verb(
    "plan", .seeing,
    "what a window verb would do with these shapes: sizes, work, memory, algorithm",
    operands: [
      OperandSignature(
        "call", .call, summary: "conv, convtranspose or pool with shapes in place of values"
      )
    ],
    examples: [VerbExample("plan conv 3x227x227 96x3x11x11 stride=4", output: "")],
    .command { arguments in
      let call = arguments.expression(0)
      guard case .application(let application) = call.kind else { return }
      let session = arguments.session
      let analyser = Analyser(names: session.names, verbs: session.verbs)
      let site = try analyser.call(application)
      let inner = try Arguments(session, site)
      let plan = try located(site.site) { try inner.convolutionPlan() }
      session.present { PlanView.text(of: plan, $0) }
    })
}

extension Arguments {
  /// The plan of a window verb whose operands are shapes.
  fileprivate func convolutionPlan() throws -> ConvolutionPlan {
    let type = elementType
    switch verb.signature.name {
    case "conv":
      return try ConvolutionPlan(
        convolving: shape(0), with: shape(1), options: convolutionOptions(), type)
    case "convtranspose":
      return try ConvolutionPlan(
        transposing: shape(0), with: shape(1), options: transposedConvolutionOptions(), type)
    case "pool":
      return try ConvolutionPlan(pooling: shape(0), kernel: extent(1), options: poolOptions(), type)
    default:
      throw Explanation(
        "`plan` does not know `\(verb.signature.name)`",
        help: "it plans conv, convtranspose and pool")
    }
  }
}
