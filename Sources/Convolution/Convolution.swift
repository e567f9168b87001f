public import Kernels
public import Tensors
import Windows

/// `conv`: every output is the sum of products of a patch and a kernel.
///
///     y[n, o, r, s] = bias[o] + Σ x[n, c, row(r, i), column(s, j)] · k[o, c, i, j]
///
/// summed over the channels c of o's group and the taps (i, j); where a tap lies in the padding, x is
/// 0. `SlidingWindow` says which row and column a tap reads.
public enum Convolution {
  /// Convolves an image or a batch with a kernel.
  ///
  /// Operands of two types are computed in f64. Strided views are read where they lie.
  ///
  /// - Parameters:
  ///   - x: N×C×H×W, C×H×W or H×W (`nhwc`: N×H×W×C, H×W×C or H×W).
  ///   - k: O×(C/groups)×kh×kw (`nhwc`: kh×kw×(C/groups)×O), or kh×kw for one of one channel.
  ///   - bias: O numbers.
  /// - Returns: N×O×oh×ow (`nhwc`: N×oh×ow×O), without the axes that the operands did not have.
  /// - Throws: `ConvolutionError` naming what disagrees; nothing is allocated before the result's
  ///   size is known to fit the memory budget.
  public static func forward(
    _ x: Tensor, _ k: Tensor, bias: Tensor? = nil, options: ConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try ConvolutionGeometry(
      input: x.shape, kernel: k.shape, bias: bias?.shape, options: options)
    var type = ElementType.promoted(x.elementType, k.elementType)
    if let bias { type = .promoted(type, bias.elementType) }
    try ConvolutionGeometry.require(options.algorithm, computesIn: type)
    return try tensors { () throws(TensorError) in
      let result = try Tensor.uninitialized(geometry.result, type)
      guard result.shape.count > 0 else { return result }
      try ConvolutionOperands(
        geometry, x.converted(to: type), k.converted(to: type), bias: bias?.converted(to: type),
        into: result, options
      ).compute(by: options.algorithm)
      return result
    }
  }

  /// Prepares a convolution that is computed again and again from the same blocks of cells.
  ///
  /// - Parameters:
  ///   - result: of the convolution's shape, in row-major order; all tensors are of one type.
  ///   - activation: what is made of every output, while it is in the cache.
  /// - Returns: the work, which throws `TensorError` as `forward` does.
  /// - Throws: `ConvolutionError` as `forward` does.
  public static func repeatedForward(
    _ x: Tensor, _ k: Tensor, bias: Tensor?, into result: Tensor, options: ConvolutionOptions,
    activation: UnaryFunction? = nil
  ) throws(ConvolutionError) -> () throws(TensorError) -> Void {
    let geometry = try ConvolutionGeometry(
      input: x.shape, kernel: k.shape, bias: bias?.shape, options: options)
    let type = result.elementType
    try ConvolutionGeometry.require(options.algorithm, computesIn: type)
    var operands = ConvolutionOperands(geometry, x, k, bias: bias, into: result, options)
    operands.activation = activation
    let algorithm = geometry.choice(for: options.algorithm, in: type).algorithm
    return { [operands] () throws(TensorError) in try operands.compute(by: algorithm) }
  }
}

extension ConvolutionOperands {
  /// Tensors of one type as views.
  fileprivate init(
    _ geometry: ConvolutionGeometry, _ x: Tensor, _ k: Tensor, bias: Tensor?, into result: Tensor,
    _ options: ConvolutionOptions
  ) {
    self.init(
      geometry: geometry, input: x.cells.images(options.layout),
      kernel: k.cells.kernels(options.layout, flips: options.flips),
      bias: bias?.cells.bias(geometry.outputChannels), result: result.cells.images(options.layout))
  }

  /// Writes the result, by the algorithm or by the one that suits the shapes.
  func compute(by algorithm: ConvolutionAlgorithm = .automatic) throws(TensorError) {
    // What an activation leaves of the outputs does not tell what they were.
    if activation != nil, geometry.window.readsPadding, hasInfiniteWeight {
      try DirectConvolution.run(self)
      return try activate()
    }
    switch geometry.choice(for: algorithm, in: elementType).algorithm {
    case .direct: try DirectConvolution.run(self)
    case .winograd2: try WinogradConvolution.run(self, edge: 2)
    case .winograd4: try WinogradConvolution.run(self, edge: 4)
    case .im2col: try Im2colConvolution.run(self)
    case .blocked: return try runBlocked()
    case .implicit, .automatic: try ImplicitConvolution.run(self)
    }
    // Only plain loops leave taps in the padding out.
    if paddingMetInfinity { try DirectConvolution.run(self) }
    try activate()
  }

  /// Computes by bands, whose pieces are activated one by one.
  private func runBlocked() throws(TensorError) {
    try BlockedConvolution.run(self)
    if activation == nil, paddingMetInfinity { try DirectConvolution.run(self) }
  }

  /// Applies the activation to all outputs, if there is one.
  func activate() throws(TensorError) {
    guard let activation else { return }
    try interruptible { () throws(Interrupted) in
      try Elementwise.apply(activation, to: result, into: result)
    }
  }
}

/// Runs kernels, and turns their word for "the user asked to stop" into that of tensors.
@inline(__always)
func interruptible<Result>(
  _ body: () throws(Interrupted) -> Result
) throws(TensorError) -> Result {
  do throws(Interrupted) { return try body() } catch { throw .interrupted }
}
