import Kernels
import Tensors
import Windows

/// The sums of a tile of outputs and taps stay in registers while the positions run past: nothing is
/// packed but the upstream gradient, turned once.
enum TiledKernelGradient {
  static func run(_ operands: KernelGradientOperands) throws(TensorError) {
    let window = operands.geometry.window
    let gradient = KernelGradient(
      upstream: operands.upstream, input: operands.input, into: operands.result,
      groups: operands.geometry.groups, rows: window.rows.steps, columns: window.columns.steps)
    var isDone = false
    try interruptible { () throws(Interrupted) in isDone = try gradient.compute() }
    if !isDone { try DirectKernelGradient.run(operands) }
  }
}
