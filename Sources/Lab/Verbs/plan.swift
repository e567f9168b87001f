import Convolution
import Kernels
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
        "call", .call(["conv", "convtranspose", "pool"]),
        summary: "conv, convtranspose or pool, with shapes or values"
      )
    ],
    examples: [
      VerbExample(
        "plan conv 3x227x227 96x3x11x11 stride=4",
        output: """
          plan    conv 3x227x227 96x3x11x11 stride=4
          size    floor((227 + 0 + 0 - 11) / 4) + 1 = 55, rows and columns alike
                  nothing is left over
          result  96x55x55
          runs    blocked: no patch is packed; taps read padded copies that fit the cache
          MACs    105,415,200 = 290,400 outputs x 363; 210,830,400 FLOPs; bias not counted
          memory  input 1.2 MiB, kernel 272.2 KiB, result 2.2 MiB (f64)
          im2col  363x3025, 8.4 MiB: 7.1 times the input
          """)
    ],
    .command { arguments in
      let call = arguments.expression(0)
      guard case .application(let application) = call.kind else { return }
      let session = arguments.session
      let analyser = Analyser(of: session)
      let site = try analyser.call(application)
      let inner = try Arguments(session, site)
      let known = try located(site.site) {
        guard let plan = site.verb.plan else {
          throw Explanation(
            "`plan` does not know `\(site.verb.signature.name)`",
            help: "it plans conv, convtranspose and pool")
        }
        return try plan(inner)
      }
      session.present { PlanText.text(of: known, title: session.source.text(call.span), $0) }
    })
}

extension Arguments {
  /// The type that the operands compute in, where they are values; else the session's.
  var plannedType: ElementType {
    let types = (0..<count).compactMap { try? node($0).literalTaking(elementType).value }
      .filter { $0.shape.rank > 1 }.map(\.source.elementType)
    guard let first = types.first else { return elementType }
    return types.dropFirst().reduce(first) { .promoted($0, $1) }
  }

  /// The shape that an operand is, or that a value in its place has: images and kernels have two
  /// dimensions at least, lists of lengths one.
  func plannedShape(_ place: Int) throws -> Shape {
    let shape = try node(place).value.shape
    return shape.rank > 1 ? shape : try self.shape(place)
  }
}
