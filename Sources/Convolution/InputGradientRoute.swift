import Tensors

/// How a convolution's input gradient is computed; all ways give the same numbers but for rounding.
public enum InputGradientRoute: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// Whichever of the others is likely the fastest for the shapes.
  case automatic
  /// The transposed kernel times the upstream gradient, then col2im.
  case col2im
  /// Plain loops that add every product to the pixel it belongs to: the reference.
  case scatter
  /// A correlation of the upstream gradient with the flipped, channel-transposed kernel.
  case flipped

  /// The route's name in the language.
  public var description: String { rawValue }

  /// The route that mirrors a convolution's algorithm.
  public init(_ algorithm: ConvolutionAlgorithm) {
    switch algorithm {
    case .automatic: self = .automatic
    case .direct: self = .scatter
    case .im2col: self = .col2im
    case .implicit, .blocked: self = .flipped
    }
  }
}

extension ConvolutionGeometry {
  /// What `route=automatic` runs for these shapes.
  public var inputGradientRoute: InputGradientRoute {
    let products = Double(result.count) * Double(depth)
    return products < Double(Self.fewProducts) ? .scatter : .flipped
  }
}
