public import Convolution
import Tensors
public import Windows

/// `pool x 2x2`.
public struct PoolOperation: Operation {
  /// The window's rows and columns.
  public let kernel: Extent
  /// The options.
  public let pool: PoolOptions

  /// Makes the operation.
  public init(kernel: Extent, _ pool: PoolOptions) {
    self.kernel = kernel
    self.pool = pool
  }

  /// `pool`.
  public var verb: String { "pool" }
  /// The window and what differs from the defaults.
  public var options: String {
    var parts = [kernel.description]
    if pool.kind != .max { parts.append("kind=\(pool.kind)") }
    if let stride = pool.stride { parts.append("stride=\(stride.optionDescription)") }
    if pool.padding != .all(0) { parts.append("pad=\(pool.padding)") }
    if pool.dilation != Extent(1) { parts.append("dilation=\(pool.dilation.optionDescription)") }
    if pool.roundsUp { parts.append("ceil=true") }
    if !pool.countsPadding { parts.append("count_pad=false") }
    if pool.ties != .first { parts.append("ties=\(pool.ties)") }
    return parts.joined(separator: " ")
  }

  /// A tensor N×C×oh×ow, without the axes that the operand did not have.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try Pooling.forward(operands[0].tensor(), kernel: kernel, options: pool))
  }
}
