import Convolution
import Tensors

extension Node {
  /// An upstream gradient summed over images and positions, in a bias's shape.
  func summedOverImages(_ layout: ImageLayout, to bias: Shape) throws -> Node {
    let rank = value.shape.rank
    let channel = rank == 2 ? nil : layout == .nchw ? rank - 3 : rank - 1
    let axes = (0..<rank).filter { $0 != channel }
    return try Node(ReduceOperation(.sum, axes: axes), [self]).reshaped(to: bias)
  }
}
