import Kernels
import Tensors
import Windows

/// The matrix first, then one product: kernels (O × C·kh·kw) times patches (C·kh·kw × N·oh·ow).
enum Im2colConvolution {
  static func run(_ operands: ConvolutionOperands) throws(TensorError) {
    let layout = try operands.geometry.patches(.columns)
    for group in 0..<operands.geometry.groups {
      let patches = try Im2col.matrix(of: operands.input(of: group), layout)
      try interruptible { () throws(Interrupted) in
        try Matmul.multiply(
          .strided(operands.kernel(of: group).kernelMatrix()), .strided(patches.cells),
          into: operands.product(of: group),
          bias: operands.bias(of: group).map { .perRow($0) }, keeping: .left)
      }
    }
  }
}
