public import Convolution

/// How a backward pass computes what can be computed in several ways.
public struct BackwardOptions: Hashable, Sendable {
  /// How convolutions compute the gradient of their input: `route=`.
  public var route: InputGradientRoute

  /// Makes options; each has the language's default.
  public init(route: InputGradientRoute = .automatic) { self.route = route }
}
