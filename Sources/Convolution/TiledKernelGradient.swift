import Kernels
import Tensors
import Windows

/// Sums that stay in registers while the positions run past: no patch is packed, and pixels are read
/// where they lie or in a padded copy that fits the cache.
enum TiledKernelGradient {
  /// - Parameter way: how; the likely faster way unless given.
  static func run(
    _ operands: KernelGradientOperands, by way: KernelGradient.Way? = nil
  ) throws(TensorError) {
    let window = operands.geometry.window
    let gradient = KernelGradient(
      upstream: operands.upstream, input: operands.input, into: operands.result,
      groups: operands.geometry.groups, rows: window.rows.steps, columns: window.columns.steps)
    guard gradient.isCompact else {
      return try ProductKernelGradient.run(operands, makesPatches: false)
    }
    var isDone = false
    try interruptible { () throws(Interrupted) in isDone = try gradient.compute(by: way) }
    if !isDone { try DirectKernelGradient.run(operands) }
  }
}
