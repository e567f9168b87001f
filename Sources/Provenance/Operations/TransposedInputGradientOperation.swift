public import Convolution
public import Tensors

/// The convolution that is transposed, of the upstream gradient: the gradient of a transposed
/// convolution's input.
public struct TransposedInputGradientOperation: Operation {
  /// The transposed convolution's options.
  public let convolution: TransposedConvolutionOptions
  /// The shape of its input.
  public let input: Shape

  /// Makes the operation.
  public init(_ convolution: TransposedConvolutionOptions, input: Shape) {
    self.convolution = convolution
    self.input = input
  }

  /// `convtranspose'`.
  public var verb: String { "convtranspose'" }
  /// Of what it is the gradient, and the options.
  public var options: String {
    ["of x", convolution.text].filter { !$0.isEmpty }.joined(separator: " ")
  }
  /// The kernel `k` and the upstream `u`.
  public func role(of operand: Int) -> String { operand == 0 ? "k" : "u" }

  /// A tensor of the input's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try TransposedConvolution.inputGradient(
        upstream: operands.tensor(1), kernel: operands.tensor(0), input: input,
        options: convolution))
  }

  /// The transposed convolution's other two operations: it is linear in both operands.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 {
      let operation = TransposedKernelGradientOperation(convolution, kernel: step.shape(of: 0))
      return try Node(operation, [upstream, step.operands[1]])
    }
    return try Node(TransposedConvolutionOperation(convolution), [upstream, step.operands[0]])
  }

  /// The upstream cells under the pixel's kernel, times its weights; what was cut off is padding.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let terms = try roles(step).terms(of: cell, in: step, note: \.tapNote)
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The pixels whose kernels hold the weight or lie over the upstream cell.
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
      products: try SlidingProducts(transposing: input, kernel: step.shape(of: 0), convolution),
      operands: [.kernel, .image], result: .output)
  }
}
