import Tensors

/// Which algorithm runs, and why.
public struct AlgorithmChoice: Hashable, Sendable {
  /// Why an algorithm was chosen.
  public enum Reason: Hashable, Sendable {
    /// The options name it.
    case asked
    /// A group has so few outputs that each patch is read hardly more than once: nothing would be
    /// won by packing it for a product.
    case fewOutputs(Int)
    /// So few products that preparing for a matrix product would take longer than they do.
    case fewProducts(Int)
    /// Each packed patch serves so many outputs.
    case manyOutputs(Int)
  }

  /// The algorithm.
  public let algorithm: ConvolutionAlgorithm
  /// Why it was chosen.
  public let reason: Reason
}

extension ConvolutionGeometry {
  /// Below so many products a call's fixed costs decide.
  static let fewProducts = 4096
  /// Below so many outputs a group, packing costs more than it saves.
  static let fewOutputs = 3

  /// What `algorithm=automatic` runs for these shapes: a small model of what packing costs against
  /// what it saves.
  public var choice: AlgorithmChoice {
    if groupOutputs < Self.fewOutputs {
      return AlgorithmChoice(algorithm: .direct, reason: .fewOutputs(groupOutputs))
    }
    // In floating point, which cannot overflow; the sizes are those of legal shapes.
    let products = Double(result.count) * Double(depth)
    if products < Double(Self.fewProducts) {
      return AlgorithmChoice(algorithm: .direct, reason: .fewProducts(Int(products)))
    }
    return AlgorithmChoice(algorithm: .implicit, reason: .manyOutputs(groupOutputs))
  }

  /// What the options run: the algorithm they name, or the automatic choice.
  public func choice(for algorithm: ConvolutionAlgorithm) -> AlgorithmChoice {
    algorithm == .automatic ? choice : AlgorithmChoice(algorithm: algorithm, reason: .asked)
  }
}
