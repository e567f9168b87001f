public import Convolution
public import Tensors
import Windows

/// `convtranspose x k [bias]`.
public struct TransposedConvolutionOperation: Operation {
  /// The options.
  public let convolution: TransposedConvolutionOptions

  /// Makes the operation.
  public init(_ convolution: TransposedConvolutionOptions) { self.convolution = convolution }

  /// `convtranspose`.
  public var verb: String { "convtranspose" }
  /// What differs from the defaults.
  public var options: String {
    convolution.text
  }

  /// A tensor N×O×oh×ow, without the axes that the operands did not have.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try TransposedConvolution.forward(
        operands.tensor(0), operands.tensor(1),
        bias: operands.count > 2 ? operands.tensor(2) : nil, options: convolution))
  }

  /// `x`, `k` and `bias`.
  public func role(of operand: Int) -> String { ["x", "k", "bias"][min(operand, 2)] }

  /// The input's gradient is the convolution that is transposed, of the upstream; the bias's is the
  /// upstream summed over all but the channels.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let (x, k) = (step.operands[0], step.operands[1])
    switch operand {
    case 0:
      let operation = TransposedInputGradientOperation(convolution, input: x.value.shape)
      return try Node(operation, [k, upstream])
    case 1:
      let operation = TransposedKernelGradientOperation(convolution, kernel: k.value.shape)
      return try Node(operation, [x, upstream])
    default:
      return try upstream.summedOverImages(convolution.layout, to: step.shape(of: operand))
    }
  }

  /// The pixels whose kernels reach the cell, each times the weight that lies there, and the bias.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    var terms = try roles(step).terms(of: cell, in: step, note: \.note)
    if step.operands.count > 2 {
      let index = biasIndex(for: cell, in: step)
      terms.append(CellTerm([step.factor(index, of: 2)], note: "bias"))
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The cells on which a pixel's kernel is laid down.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    if operand < 2 { return try roles(step).readers(of: cell, operand: operand, in: step) }
    return step.shape.indices.filter { biasIndex(for: $0, in: step) == cell }.map { CellReader($0) }
  }

  private func biasIndex(for cell: CellIndex, in step: Step) -> CellIndex {
    let channel = ImagePlaces(step.shape, convolution.layout).pixel(at: cell).channel
    return step.shape(of: 2).rank == 0 ? CellIndex(rank: 0) : [channel]
  }

  /// In each operand, and in the bias together with one of the others.
  public func isLinear(in operands: Set<Int>) -> Bool { !operands.isSuperset(of: [0, 1]) }

  private func roles(_ step: Step) throws -> ProductRoles {
    ProductRoles(
      products: try SlidingProducts(
        transposing: step.shape(of: 0), kernel: step.shape(of: 1), convolution),
      operands: [.output, .kernel], result: .image)
  }
}
