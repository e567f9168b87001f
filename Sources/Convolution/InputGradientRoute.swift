public import Kernels
import Tensors
import Windows

/// How a convolution's input gradient is computed; all ways give the same numbers but for rounding.
public enum InputGradientRoute: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// Whichever of the others is likely the fastest for the shapes.
  case automatic
  /// The transposed kernel times the upstream gradient, then col2im, tile by tile.
  case col2im
  /// Plain loops that add every product to the pixel it belongs to: the reference.
  case scatter
  /// A correlation of the upstream gradient with the flipped, channel-transposed kernel.
  case flipped
  /// The same correlation by Winograd's algorithm, F(2×2, 3×3).
  case winograd2
  /// The same by F(4×4, 3×3).
  case winograd4

  /// Those that compute the gradient of any convolution in either type, `automatic` included.
  public static let general = allCases.filter { $0.algorithm == nil }

  /// The algorithm that the correlation is to be computed by; nil if any but Winograd's will do.
  var algorithm: ConvolutionAlgorithm? {
    switch self {
    case .winograd2: .winograd2
    case .winograd4: .winograd4
    case .automatic, .col2im, .scatter, .flipped: nil
    }
  }

  /// Whether the result needs no zeros to begin with.
  var writesEveryPixel: Bool { self == .flipped || algorithm != nil }

  /// The route's name in the language.
  public var description: String { rawValue }

  /// The route that mirrors a convolution's algorithm.
  public init(_ algorithm: ConvolutionAlgorithm) {
    switch algorithm {
    case .automatic: self = .automatic
    case .direct: self = .scatter
    case .im2col: self = .col2im
    case .winograd2: self = .winograd2
    case .winograd4: self = .winograd4
    case .implicit, .blocked: self = .flipped
    }
  }
}

extension ConvolutionGeometry {
  /// The routes that compute the input gradient of this convolution in a type, the reference first.
  public func inputGradientRoutes(in elementType: ElementType) -> [InputGradientRoute] {
    let winograd: [InputGradientRoute] =
      elementType == .f32 && window.winogradObstacle == nil ? [.winograd2, .winograd4] : []
    return [.scatter, .col2im, .flipped] + winograd
  }

  /// What `route=automatic` runs for these shapes.
  public func inputGradientRoute(in elementType: ElementType) -> InputGradientRoute {
    if elementType == .f32, suitsWinograd { return .winograd2 }
    let products = Double(result.count) * Double(depth)
    if products < Double(Self.fewProducts) { return .scatter }
    // With steps the flipped route computes all phases of the channels together: few make no tile
    // that is worth reading the upstream gradient for.
    let phases = window.stride.rows * window.stride.columns
    let most = elementType == .f32 ? Self.fewPhases : Self.fewPhases / 2 * 3
    return phases > 1 && phases <= most / groupChannels && groupOutputs >= Self.fewOutputsSummed
      ? .col2im : .flipped
  }

  /// Up to so many channels times phases, patches summed tile by tile are the faster way in f32.
  private static let fewPhases = 32
  /// With fewer outputs a patch is summed from too few products to be worth adding to the pixels.
  private static let fewOutputsSummed = 16
}
