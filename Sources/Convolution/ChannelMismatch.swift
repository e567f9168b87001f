public import Tensors

/// An input and a kernel whose channels disagree.
public struct ChannelMismatch: Hashable, Sendable {
  /// An edit that would make them agree.
  public enum Remedy: Hashable, Sendable {
    /// Another `layout=`: input and kernel both fit when read so.
    case layout(ImageLayout)
    /// The input's axes rearranged by `permute`: its channels lie on another axis.
    case permuteInput([Int])
    /// Another `groups=`.
    case groups(Int)
  }

  /// The input's shape.
  public let input: Shape
  /// The kernel's shape.
  public let kernel: Shape
  /// The layout in which both were read.
  public let layout: ImageLayout
  /// How many groups the channels fall into.
  public let groups: Int
  /// How many channels the input has.
  public let inputChannels: Int
  /// How many channels the kernel asks for: its own times the groups; for a transposed convolution
  /// the number of kernels.
  public let expectedChannels: Int
  /// Edits that would make them agree.
  public let remedies: [Remedy]
}
