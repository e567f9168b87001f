public import Convolution
public import Tensors

/// What every weight was laid down with, times what came of it: the gradient of a transposed
/// convolution's kernel.
public struct TransposedKernelGradientOperation: Operation {
  /// The transposed convolution's options.
  public let convolution: TransposedConvolutionOptions
  /// The shape of its kernel.
  public let kernel: Shape

  /// Makes the operation.
  public init(_ convolution: TransposedConvolutionOptions, kernel: Shape) {
    self.convolution = convolution
    self.kernel = kernel
  }

  /// `convtranspose'`.
  public var verb: String { "convtranspose'" }
  /// Of what it is the gradient, and the options.
  public var options: String {
    ["of k", convolution.text].filter { !$0.isEmpty }.joined(separator: " ")
  }
  /// The input `x` and the upstream `u`.
  public func role(of operand: Int) -> String { operand == 0 ? "x" : "u" }

  /// A tensor of the kernel's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try TransposedConvolution.kernelGradient(
        upstream: operands.tensor(1), input: operands.tensor(0), kernel: kernel,
        options: convolution))
  }

  /// The transposed convolution's other two operations: it is linear in both operands.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 {
      let operation = TransposedInputGradientOperation(convolution, input: step.shape(of: 0))
      return try Node(operation, [upstream, step.operands[1]])
    }
    return try Node(TransposedConvolutionOperation(convolution), [step.operands[0], upstream])
  }

  /// The products of pixel and upstream cell over images and pixels.
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

  /// How many kernels lie over each upstream cell.
  public func coverage(of operand: Int, in step: Step) throws -> (any CellSource)? {
    operand == 1 ? try roles(step).products.coverage : nil
  }

  private func roles(_ step: Step) throws -> ProductRoles {
    ProductRoles(
      products: try SlidingProducts(transposing: step.shape(of: 0), kernel: kernel, convolution),
      operands: [.output, .image], result: .kernel)
  }
}
