public import Convolution
public import Kernels
public import Tensors
import Windows

/// `conv x k [bias]`.
public struct ConvolutionOperation: Operation {
  /// The options, algorithm included.
  public let convolution: ConvolutionOptions

  /// Makes the operation.
  public init(_ convolution: ConvolutionOptions) { self.convolution = convolution }

  /// `conv`.
  public var verb: String { "conv" }
  /// What differs from the defaults.
  public var options: String {
    convolution.text
  }

  /// By a general algorithm.
  public var inDouble: any Operation { ConvolutionOperation(convolution.inDouble) }

  /// A tensor N×O×oh×ow, without the axes that the operands did not have.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try Convolution.forward(
        operands.tensor(0), operands.tensor(1),
        bias: operands.count > 2 ? operands.tensor(2) : nil, options: convolution))
  }

  /// The convolution, its geometry and algorithm chosen.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    try computation(of: operands, into: result, activation: nil)
  }

  /// The convolution and the function, piece by piece.
  public func computation(
    of operands: Operands, into result: Tensor, followedBy function: UnaryFunction
  ) throws -> Computation? {
    try computation(of: operands, into: result, activation: function)
  }

  private func computation(
    of operands: Operands, into result: Tensor, activation: UnaryFunction?
  ) throws -> Computation? {
    guard try operands.haveCells(of: result) else { return nil }
    return try Convolution.repeatedForward(
      operands.tensor(0), operands.tensor(1), bias: operands.count > 2 ? operands.tensor(2) : nil,
      into: result, options: convolution, activation: activation)
  }

  /// `x`, `k` and `bias`.
  public func role(of operand: Int) -> String { ["x", "k", "bias"][min(operand, 2)] }

  /// The input's and the kernel's own operations; the bias's is the upstream summed over all but the
  /// channels.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let (x, k) = (step.operands[0], step.operands[1])
    switch operand {
    case 0:
      let operation = ConvolutionInputGradientOperation(
        convolution, input: x.value.shape, route: step.options.route)
      return try Node(operation, Operands(k, upstream))
    case 1:
      let operation = ConvolutionKernelGradientOperation(convolution, kernel: k.value.shape)
      return try Node(operation, Operands(x, upstream))
    default:
      return try upstream.summedOverImages(convolution.layout, to: step.shape(of: operand))
    }
  }

  /// The sum of products over channels and taps, and the bias.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    var terms = try roles(step).terms(of: cell, in: step, note: \.tapNote)
    if step.operands.count > 2 {
      let index = biasIndex(for: cell, in: step)
      terms.append(CellTerm([step.factor(index, of: 2)], note: "bias"))
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The outputs whose windows read a pixel; all outputs of a kernel for a weight of it; a channel for
  /// its bias.
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

  /// How many windows read each pixel of the input.
  public func coverage(of operand: Int, in step: Step) throws -> (any CellSource)? {
    operand == 0 ? try roles(step).products.coverage : nil
  }

  private func roles(_ step: Step) throws -> ProductRoles {
    ProductRoles(
      products: try SlidingProducts(
        image: step.shape(of: 0), kernel: step.shape(of: 1), convolution),
      operands: [.image, .kernel], result: .output)
  }
}
