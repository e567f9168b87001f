public import Convolution
import Tensors
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
    var parts: [String] = []
    let options = convolution
    if options.stride != Extent(1) { parts.append("stride=\(options.stride.optionDescription)") }
    if options.padding != .all(0) { parts.append("pad=\(options.padding)") }
    if options.dilation != Extent(1) {
      parts.append("dilation=\(options.dilation.optionDescription)")
    }
    if options.groups != 1 { parts.append("groups=\(options.groups)") }
    if options.layout != .nchw { parts.append("layout=\(options.layout)") }
    if options.flips { parts.append("flip=true") }
    if options.algorithm != .automatic { parts.append("algorithm=\(options.algorithm)") }
    return parts.joined(separator: " ")
  }

  /// A tensor N×O×oh×ow, without the axes that the operands did not have.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(
      try Convolution.forward(
        operands[0].tensor(), operands[1].tensor(),
        bias: operands.count > 2 ? operands[2].tensor() : nil, options: convolution))
  }
}
