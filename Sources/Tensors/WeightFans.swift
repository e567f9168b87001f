/// How many inputs a cell of a layer's output reads, and how many outputs read one of its inputs.
public struct WeightFans: Hashable, Sendable {
  /// Inputs of an output.
  public let inputs: Double
  /// Outputs of an input, borders and strides left aside.
  public let outputs: Double

  /// Reads them off the shape of the weights.
  ///
  /// - Parameters:
  ///   - shape: a matrix of inputs × outputs, as in `x @ w`, or a kernel of O×C×kh×kw.
  ///   - channelsLast: whether the kernel is one of kh×kw×C×O.
  /// - Throws: `TensorError.rank` for another number of dimensions.
  public init(_ shape: Shape, channelsLast: Bool = false) throws(TensorError) {
    switch shape.rank {
    case 2:
      inputs = Double(shape[0])
      outputs = Double(shape[1])
    case 4:
      let taps = Double(channelsLast ? shape[0] : shape[2]) * Double(shape[channelsLast ? 1 : 3])
      inputs = taps * Double(channelsLast ? shape[2] : shape[1])
      outputs = taps * Double(channelsLast ? shape[3] : shape[0])
    default: throw .rank(shape, what: "weights", allowed: [2, 4])
    }
  }
}
