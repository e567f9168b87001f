public import Convolution
public import Tensors
import Windows

/// What every pixel gave to the outputs that read it: the gradient of a convolution's input.
public struct ConvolutionInputGradientOperation: Operation {
  /// The convolution's options.
  public let convolution: ConvolutionOptions
  /// The shape of the convolution's input.
  public let input: Shape
  /// How it is computed.
  public let route: InputGradientRoute

  /// Makes the operation.
  public init(_ convolution: ConvolutionOptions, input: Shape, route: InputGradientRoute) {
    self.convolution = convolution
    self.input = input
    self.route = route
  }

  /// `conv'`.
  public var verb: String { "conv'" }
  /// Of what it is the gradient, the route and the convolution's options.
  public var options: String {
    let route = route == .automatic ? "" : "route=\(route)"
    return ["of x", route, convolution.text].filter { !$0.isEmpty }.joined(separator: " ")
  }
  /// By a general route, and a general algorithm further on.
  public var inDouble: any Operation {
    ConvolutionInputGradientOperation(
      convolution.inDouble, input: input,
      route: InputGradientRoute.general.contains(route) ? route : .automatic)
  }
  /// The kernel `k` and the upstream `u`.
  public func role(of operand: Int) -> String { operand == 0 ? "k" : "u" }

  /// A tensor of the input's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try Convolution.inputGradient(
        upstream: operands.tensor(1), kernel: operands.tensor(0), input: input,
        options: convolution, route: route))
  }

  /// The gradient, its geometry and route chosen.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    guard try operands.haveCells(of: result) else { return nil }
    return try Convolution.repeatedInputGradient(
      upstream: operands.tensor(1), kernel: operands.tensor(0), into: result, options: convolution,
      route: route)
  }

  /// The convolution's other two operations: it is linear in both operands.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 {
      let operation = ConvolutionKernelGradientOperation(convolution, kernel: step.shape(of: 0))
      return try Node(operation, Operands(upstream, step.operands[1]))
    }
    return try Node(ConvolutionOperation(convolution), Operands(upstream, step.operands[0]))
  }

  /// Every upstream cell times the weight that lands on the pixel, as the route comes upon them: the
  /// column entries that col2im sums, each with its products; else channel by channel.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let roles = try roles(step)
    var products = roles.products(of: cell, .image)
    if route == .col2im {
      products = products.enumerated().sorted {
        let (a, b) = ($0.element.address, $1.element.address)
        return (a.outputRow, a.outputColumn, $0.offset) < (b.outputRow, b.outputColumn, $1.offset)
      }.map(\.element)
    }
    let terms = products.map { product in
      CellTerm(
        [step.factor(product.output, of: 1), step.factor(product.kernel, of: 0)],
        note: note(product, roles))
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  private func note(_ product: SlidingProduct, _ roles: ProductRoles) -> String {
    let address = product.address
    switch route {
    case .col2im: return "column entry \(roles.products.columnEntry(of: product)): \(address.note)"
    case .flipped, .winograd2, .winograd4:
      let taps = roles.products.taps
      let (row, column) = (taps.rows - 1 - address.tapRow, taps.columns - 1 - address.tapColumn)
      return "tap \(row),\(column) of the flipped kernel"
    case .automatic, .scatter: return address.note
    }
  }

  /// The pixels that a weight or an upstream cell lands on.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    try roles(step).readers(of: cell, operand: operand, in: step)
  }

  /// In either operand.
  public func isLinear(in operands: Set<Int>) -> Bool { operands.count == 1 }

  private func roles(_ step: Step) throws -> ProductRoles {
    ProductRoles(
      products: try SlidingProducts(image: input, kernel: step.shape(of: 0), convolution),
      operands: [.kernel, .output], result: .image)
  }
}
