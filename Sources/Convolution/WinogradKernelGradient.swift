import Kernels
import Tensors
import Windows

/// Gradients of 3×3 kernels by Winograd's algorithm, and another way where one is not finite.
enum WinogradKernelGradient {
  /// Writes the gradient, by tiles of 2×2 outputs.
  static func run(_ operands: KernelGradientOperands) throws(TensorError) {
    let isFinite = try interruptible { () throws(Interrupted) in
      try Winograd.kernelGradient(
        upstream: operands.upstream, operands.input, into: operands.result,
        operands.geometry.winogradShape)
    }
    if !isFinite { try TiledKernelGradient.run(operands) }
  }
}
