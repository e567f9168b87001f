import Kernels
import Tensors
import Windows

/// One product whose right-hand matrix is packed from the images tile by tile: im2col without the
/// matrix (San Juan et al. 2020, arXiv 2005.06410).
enum ImplicitConvolution {
  static func run(_ operands: ConvolutionOperands) throws(TensorError) {
    guard let runs = operands.geometry.window.runs else {
      return try Im2colConvolution.run(operands)
    }
    try interruptible { () throws(Interrupted) in
      for group in 0..<operands.geometry.groups {
        switch operands.geometry.layout {
        case .nchw: try channelsFirst(operands, group, runs)
        case .nhwc: try channelsLast(operands, group, runs)
        }
      }
    }
  }

  /// O × C·kh·kw times C·kh·kw × positions, image by image.
  private static func channelsFirst(
    _ operands: ConvolutionOperands, _ group: Int, _ runs: WindowRuns
  ) throws(Interrupted) {
    try Matmul.multiply(
      .strided(operands.kernel(of: group).kernelMatrix()),
      .patches(PatchOperand(images: operands.input(of: group), runs: runs)),
      into: operands.product(of: group),
      bias: operands.bias(of: group).map { .perRow($0) }, keeping: .left)
  }

  /// Positions × kh·kw·C times kh·kw·C × O: every cell is read and written in the order in which it
  /// lies.
  private static func channelsLast(
    _ operands: ConvolutionOperands, _ group: Int, _ runs: WindowRuns
  ) throws(Interrupted) {
    // kh×kw×C×O, and images × positions × outputs.
    let kernels = operands.kernel(of: group).selecting(2, 3, 1, 0)
    let product = operands.product(of: group).selecting(0, 2, 1)
    guard let matrix = kernels.merging(0)?.merging(0), let result = product.merging(0) else {
      return try channelsFirst(operands, group, runs)
    }
    let patches = PatchOperand(
      images: operands.input(of: group), runs: runs, tapOrder: .channelsInnermost,
      positionsAreRows: true)
    try Matmul.multiply(
      .patches(patches), .strided(matrix), into: result,
      bias: operands.bias(of: group).map { .perColumn($0) }, keeping: .right)
  }
}
