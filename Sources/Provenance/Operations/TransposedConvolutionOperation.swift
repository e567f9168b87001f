public import Convolution
import Tensors
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
    var parts: [String] = []
    let options = convolution
    if options.stride != Extent(1) { parts.append("stride=\(options.stride.optionDescription)") }
    if options.padding != .all(0) { parts.append("pad=\(options.padding)") }
    if options.outputPadding != Extent(0) {
      parts.append("output_pad=\(options.outputPadding.optionDescription)")
    }
    if options.dilation != Extent(1) {
      parts.append("dilation=\(options.dilation.optionDescription)")
    }
    if options.groups != 1 { parts.append("groups=\(options.groups)") }
    if options.layout != .nchw { parts.append("layout=\(options.layout)") }
    return parts.joined(separator: " ")
  }

  /// A tensor N×O×oh×ow, without the axes that the operands did not have.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(
      try TransposedConvolution.forward(
        operands[0].tensor(), operands[1].tensor(),
        bias: operands.count > 2 ? operands[2].tensor() : nil, options: convolution))
  }
}
