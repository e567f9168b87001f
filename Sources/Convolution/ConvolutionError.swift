public import Tensors
public import Windows

/// Why a convolution or a pool does not work; the payload has the numbers that disagree.
public enum ConvolutionError: Error, Hashable, Sendable {
  /// An input of fewer than two or more than four dimensions.
  case inputRank(Shape)
  /// A kernel that has neither four dimensions nor two.
  case kernelRank(Shape)
  /// An input and a kernel whose channels disagree.
  case channels(ChannelMismatch)
  /// A number of groups below 1.
  case groupsNotPositive(Int)
  /// Groups that do not divide a number of channels; `legal` are the nearest numbers that do, the
  /// lower one first.
  case groupsDoNotDivide(groups: Int, channels: Int, of: ConvolutionRole, legal: [Int])
  /// A bias that is not one number an output channel.
  case biasShape(Shape, outputChannels: Int)
  /// An upstream gradient that is not of the result's shape.
  case upstreamShape(Shape, expected: Shape)
  /// An `output_pad` below 0, or not smaller than the stride or the dilation.
  case outputPadding(Int, stride: Int, dilation: Int, along: WindowDirection)
  /// Winograd's algorithm was asked for what it cannot compute.
  case winograd(ConvolutionAlgorithm, WinogradObstacle)
  /// The window does not slide over this image.
  case window(WindowError)
  /// The result's shape or size is at fault, or the user asked to stop.
  case tensor(TensorError)

  /// The operand that the error is about, if it is one operand's.
  public var role: ConvolutionRole? {
    switch self {
    case .inputRank: .input
    case .kernelRank, .channels: .kernel
    case .groupsDoNotDivide(_, _, let role, _): role
    case .biasShape: .bias
    case .upstreamShape: .upstream
    case .winograd(_, .kernel): .kernel
    case .window(.kernelTooLarge), .window(.emptyKernel): .kernel
    case .window(.emptyInput), .window(.imageRank): .input
    case .groupsNotPositive, .outputPadding, .winograd, .window, .tensor: nil
    }
  }
}

/// Runs an operation of tensors, and turns its errors into this room's.
@inline(__always)
func tensors<Result>(
  _ body: () throws(TensorError) -> Result
) throws(ConvolutionError) -> Result {
  do throws(TensorError) { return try body() } catch { throw .tensor(error) }
}

/// Runs an operation of windows, and turns its errors into this room's.
@inline(__always)
func windows<Result>(
  _ body: () throws(WindowError) -> Result
) throws(ConvolutionError) -> Result {
  do throws(WindowError) {
    return try body()
  } catch {
    if case .tensor(let error) = error { throw .tensor(error) }
    throw .window(error)
  }
}
