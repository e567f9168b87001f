public import Kernels
import Tensors
import Windows

/// Which algorithm runs, and why.
public struct AlgorithmChoice: Hashable, Sendable {
  /// Why an algorithm was chosen.
  public enum Reason: Hashable, Sendable {
    /// The options name it.
    case asked
    /// No patch is larger than a pixel: the images are the matrix of a product as they lie.
    case singleTap
    /// So many numbers are summed in an output that what a tile of outputs reads would not fit the
    /// cache: patches are packed and summed in rounds.
    case deepPatches(Int)
    /// Pixels lie channel by channel: what neighbouring outputs read are patches side by side.
    case channelsLast
    /// Pixels are multiplied where they lie, or in a padded copy that fits the cache; without padding
    /// and steps no copy is needed.
    case bands(copied: Bool)
    /// Each transformed tile serves so many outputs, with 16 products a channel instead of 36.
    case fewerProducts(outputs: Int)
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

  /// Above so many numbers in a column of windows, bands of three vectors would not fit the cache.
  static let deepestColumn = 4096

  /// What `algorithm=automatic` runs for these shapes in either type.
  public var choice: AlgorithmChoice {
    let (rows, columns) = (window.rows, window.columns)
    if rows.taps == 1, columns.taps == 1, groupOutputs >= Self.fewOutputs, !window.readsPadding {
      return AlgorithmChoice(algorithm: .implicit, reason: .singleTap)
    }
    if groupChannels * rows.taps * min(columns.stride, columns.taps) > Self.deepestColumn {
      return AlgorithmChoice(algorithm: .implicit, reason: .deepPatches(depth))
    }
    if layout == .nhwc, groupOutputs >= Self.fewOutputs {
      return AlgorithmChoice(algorithm: .implicit, reason: .channelsLast)
    }
    let isCopied = window.readsPadding || columns.stride > 1
    return AlgorithmChoice(algorithm: .blocked, reason: .bands(copied: isCopied))
  }

  /// What the options run: the algorithm they name, or the automatic choice.
  public func choice(
    for algorithm: ConvolutionAlgorithm = .automatic, in elementType: ElementType
  ) -> AlgorithmChoice {
    if algorithm != .automatic { return AlgorithmChoice(algorithm: algorithm, reason: .asked) }
    if elementType == .f32, suitsWinograd {
      return AlgorithmChoice(algorithm: .winograd2, reason: .fewerProducts(outputs: groupOutputs))
    }
    return choice
  }
}
