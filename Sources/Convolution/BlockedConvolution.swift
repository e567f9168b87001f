import Kernels
import Tensors
import Windows

/// Register-tiled loops over the images themselves, or over padded copies of them that fit the cache.
enum BlockedConvolution {
  static func run(_ operands: ConvolutionOperands) throws(TensorError) {
    let geometry = operands.geometry
    let rows = geometry.window.rows.bandAxis()
    var columns = geometry.window.columns.bandAxis()
    let plan = BandPlan(
      rows: rows, columns: columns, images: geometry.images * geometry.groups,
      channels: geometry.groupChannels, outputs: geometry.groupOutputs,
      imagePitch: BandConvolution.pitch(in: operands.input, rows: rows, columns: columns),
      type: operands.elementType)
    guard let plan else { return try ImplicitConvolution.run(operands) }
    if plan.arrangement == .apart { columns = geometry.window.columns.bandAxis(apart: true) }
    try interruptible { () throws(Interrupted) in
      try BandConvolution.run(
        operands.input, try operands.kernel.kernelMatrix(packed: true), bias: operands.bias,
        into: operands.result, groups: geometry.groups, rows: rows, columns: columns, plan: plan)
    }
  }
}
