public import Kernels
public import Windows

/// What keeps Winograd's algorithm from computing a convolution.
public enum WinogradObstacle: Hashable, Sendable {
  /// A kernel that is not 3×3.
  case kernel(Extent)
  /// Steps between windows.
  case stride(Extent)
  /// Steps between taps.
  case dilation(Extent)
  /// A type in which its rounding errors would show.
  case elementType(ElementType)
}

extension ConvolutionAlgorithm {
  /// How many outputs a tile of Winograd's algorithm has along a side; nil for other algorithms.
  var winogradEdge: Int? {
    switch self {
    case .winograd2: 2
    case .winograd4: 4
    case .automatic, .direct, .im2col, .implicit, .blocked: nil
    }
  }
}

extension SlidingWindow {
  /// What keeps Winograd's algorithm from sliding this window.
  var winogradObstacle: WinogradObstacle? {
    if kernel != Extent(3) { return .kernel(kernel) }
    if stride != Extent(1) { return .stride(stride) }
    return dilation == Extent(1) ? nil : .dilation(dilation)
  }
}

extension ConvolutionGeometry {
  /// The algorithms that compute this convolution in a type, other than `automatic`.
  public func algorithms(in elementType: ElementType) -> [ConvolutionAlgorithm] {
    ConvolutionAlgorithm.allCases.filter { algorithm in
      algorithm != .automatic
        && (algorithm.winogradEdge == nil || elementType == .f32 && window.winogradObstacle == nil)
    }
  }

  /// Refuses an algorithm that does not compute in a type.
  static func require(
    _ algorithm: ConvolutionAlgorithm, computesIn elementType: ElementType
  ) throws(ConvolutionError) {
    if algorithm.winogradEdge != nil, elementType != .f32 {
      throw .winograd(algorithm, .elementType(elementType))
    }
  }
}
