import Kernels
import Tensors

extension Cells {
  /// All cells of a block, in row-major order.
  init(_ storage: Storage, lyingAs shape: Shape) {
    self.init(
      storage, offset: 0, rank: shape.rank, sizes: shape.sizes, strides: shape.rowMajorStrides)
  }

  /// Another view of the same block: for each axis a length and a step, `offset` cells from here.
  func restrided(by offset: Int = 0, _ axes: (length: Int, step: Int)...) -> Cells {
    var sizes = SIMD8<Int>(repeating: 1)
    var strides = SIMD8<Int>.zero
    for (place, axis) in axes.enumerated() {
      sizes[place] = axis.length
      strides[place] = axis.step
    }
    return Cells(
      storage, offset: self.offset + offset, rank: axes.count, sizes: sizes, strides: strides)
  }
}
