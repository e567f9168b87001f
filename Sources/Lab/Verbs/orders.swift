import Language
import Provenance
import Rendering
import Tensors
import Windows

extension Verb {
  static let orders = Verb(
    "orders", .seeing, "the same patches in every order, or how one order becomes another",
    operands: [.images, .window],
    options: [
      .stride, .pad, .dilation,
      OptionSignature("from", OptionSignature.order.kind, summary: "the order to start from"),
      OptionSignature("to", OptionSignature.order.kind, summary: "the order to get to"),
    ],
    examples: [
      VerbExample("orders (reshape (arange 9) 3x3) 2x2", output: ""),
      VerbExample("orders (reshape (arange 18) 2x1x3x3) 2x2 from=columns to=cs231n", output: ""),
    ],
    .command { arguments in
      let image = try arguments.tensor(0)
      let window = try arguments.windowOptions(at: 1).window(over: image.shape)
      let session = arguments.session
      guard arguments.has("from") || arguments.has("to") else {
        return try session.present { try OrdersView.text(of: image, window, $0) }
      }
      let permutation = try PatchPermutation(
        image: image.shape, window: window, from: arguments.order("from"),
        to: arguments.order("to"))
      try session.present { try OrdersView.text(of: permutation, $0) }
    })
}
