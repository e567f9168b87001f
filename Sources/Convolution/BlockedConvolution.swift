import Kernels
import Tensors

/// Register-tiled loops over the images themselves, or over padded copies of them that fit the cache.
enum BlockedConvolution {
  private static let recent = RecentBandPlans()

  static func run(_ operands: ConvolutionOperands) throws(TensorError) {
    let bands = recent.bands(operands.geometry, of: operands.input)
    guard let plan = bands.plan else {
      try ImplicitConvolution.run(operands)
      return try operands.activate()
    }
    try interruptible { () throws(Interrupted) in
      try BandConvolution.run(
        operands.input, try operands.kernel.kernelMatrix(packed: true), bias: operands.bias,
        into: operands.result, groups: operands.geometry.groups, rows: bands.rows,
        columns: bands.columns, plan: plan, activation: operands.activation)
    }
  }
}
