import Kernels
import Tensors
import Windows

/// One matrix product, then col2im: kernels (O·kh·kw × C) times pixels (C × h·w) gives, for every
/// image, the patches that are summed where they overlap: tile by tile, unless they reach too far.
enum Col2imTransposedConvolution {
  static func run(_ operands: TransposedOperands) throws(TensorError) {
    let window = operands.geometry.window
    var isDone = false
    try interruptible { () throws(Interrupted) in
      let product = Col2imProduct(
        upstream: operands.input, kernel: try operands.kernel.kernelMatrix(),
        into: operands.result, groups: operands.geometry.groups, rows: window.rows.steps,
        columns: window.columns.steps)
      guard product.isCompact else { return }
      try product.add()
      isDone = true
    }
    if !isDone { try runWithPatches(operands) }
  }

  /// Makes the matrix of patches.
  private static func runWithPatches(_ operands: TransposedOperands) throws(TensorError) {
    let geometry = operands.geometry
    let layout = try geometry.patches
    let patches = try Tensor.uninitialized(layout.shape, operands.elementType)
    try interruptible { () throws(Interrupted) in
      for group in 0..<geometry.groups {
        try multiply(operands, group, into: patches.cells)
      }
      try Col2im.add(patches.cells, layout, into: operands.result)
    }
  }

  private static func multiply(
    _ operands: TransposedOperands, _ group: Int, into patches: Cells
  ) throws(Interrupted) {
    let geometry = operands.geometry
    let channels = group * geometry.groupChannels..<(group + 1) * geometry.groupChannels
    let rows = geometry.groupOutputs * geometry.window.kernel.rows * geometry.window.kernel.columns
    // C/groups × (O/groups)·kh·kw, read transposed.
    let kernels = MatrixOperand.strided(
      try operands.kernel.slice(0, channels).kernelMatrix()
    ).transposed
    let product = patches.slice(1, group * rows..<(group + 1) * rows)
    let pixels = operands.input.slice(1, channels)
    for image in 0..<geometry.images {
      try Matmul.multiply(
        kernels, .strided(pixels.pixelMatrix(image: image)),
        into: product.slice(0, image..<image + 1))
    }
  }
}

extension Cells {
  /// One of the images N×C×h×w as the matrix C × h·w: a view where the strides allow it, else a copy.
  fileprivate func pixelMatrix(image: Int) throws(Interrupted) -> Cells {
    let image = slice(0, image..<image + 1)
    if let view = image.merging(2)?.merging(0) { return view }
    // Channels stand where the kernels stand in a kernel matrix.
    return try image.selecting(1, 0, 2, 3).kernelMatrix()
  }
}

extension TransposedGeometry {
  /// How the patches of the result are laid out: images × O·kh·kw × h·w.
  var patches: PatchLayout {
    get throws(TensorError) {
      let extent = window.input
      let image = try Shape([images, outputChannels, extent.rows, extent.columns])
      return try PatchLayout.checked(image: image, window: window, order: .unfold)
    }
  }
}
