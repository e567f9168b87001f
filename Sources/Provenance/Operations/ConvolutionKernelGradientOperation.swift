public import Convolution
public import Tensors

/// What every weight met, times what came of it: the gradient of a convolution's kernel.
public struct ConvolutionKernelGradientOperation: Operation {
  /// The convolution's options.
  public let convolution: ConvolutionOptions
  /// The shape of the convolution's kernel.
  public let kernel: Shape

  /// Makes the operation.
  public init(_ convolution: ConvolutionOptions, kernel: Shape) {
    self.convolution = convolution
    self.kernel = kernel
  }

  /// `conv'`.
  public var verb: String { "conv'" }
  /// Of what it is the gradient, and the convolution's options.
  public var options: String {
    ["of k", convolution.text].filter { !$0.isEmpty }.joined(separator: " ")
  }
  /// By a general algorithm further on.
  public var inDouble: any Operation {
    ConvolutionKernelGradientOperation(convolution.inDouble, kernel: kernel)
  }
  /// The input `x` and the upstream `u`.
  public func role(of operand: Int) -> String { operand == 0 ? "x" : "u" }

  /// A tensor of the kernel's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try Convolution.kernelGradient(
        upstream: operands.tensor(1), input: operands.tensor(0), kernel: kernel,
        options: convolution))
  }

  /// The gradient, its geometry chosen.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    guard try operands.haveCells(of: result) else { return nil }
    return try Convolution.repeatedKernelGradient(
      upstream: operands.tensor(1), input: operands.tensor(0), into: result, options: convolution)
  }

  /// The convolution's other two operations: it is linear in both operands.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 {
      let operation = ConvolutionInputGradientOperation(
        convolution, input: step.shape(of: 0), route: step.options.route)
      return try Node(operation, Operands(upstream, step.operands[1]))
    }
    return try Node(ConvolutionOperation(convolution), Operands(step.operands[0], upstream))
  }

  /// The products of pixel and upstream cell over images and windows.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let terms = try roles(step).terms(of: cell, in: step, note: \.windowNote)
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The weights that a pixel or an upstream cell is multiplied into.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    try roles(step).readers(of: cell, operand: operand, in: step)
  }

  /// In either operand.
  public func isLinear(in operands: Set<Int>) -> Bool { operands.count == 1 }

  /// How many windows read each pixel of the input.
  public func coverage(of operand: Int, in step: Step) throws -> (any CellSource)? {
    operand == 0 ? try roles(step).products.coverage : nil
  }

  private func roles(_ step: Step) throws -> ProductRoles {
    ProductRoles(
      products: try SlidingProducts(image: step.shape(of: 0), kernel: kernel, convolution),
      operands: [.image, .output], result: .kernel)
  }
}
