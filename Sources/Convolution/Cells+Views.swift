import Kernels

/// Views of operands with their axes in one order, whatever the layout: made of numbers alone, so
/// that a small convolution does not spend its time on them.
extension Cells {
  /// Images as N×C×H×W.
  func images(_ layout: ImageLayout) -> Cells {
    switch (rank, layout) {
    case (4, .nchw): self
    case (4, .nhwc): selecting(0, 3, 1, 2)
    case (3, .nchw): selecting(nil, 0, 1, 2)
    case (3, .nhwc): selecting(nil, 2, 0, 1)
    default: selecting(nil, nil, 0, 1)
    }
  }

  /// Kernels as O×(C/groups)×kh×kw, turned by 180° if asked.
  func kernels(_ layout: ImageLayout, flips: Bool = false) -> Cells {
    let view =
      switch (rank, layout) {
      case (4, .nchw): self
      case (4, .nhwc): selecting(3, 2, 0, 1)
      default: selecting(nil, nil, 0, 1)
      }
    guard flips else { return view }
    var strides = view.strides
    strides[2] = -strides[2]
    strides[3] = -strides[3]
    let last = (view.sizes[2] - 1) * view.strides[2] + (view.sizes[3] - 1) * view.strides[3]
    return Cells(storage, offset: offset + last, rank: 4, sizes: view.sizes, strides: strides)
  }

  /// Axes of this view in another order; nil is an axis of length 1.
  func selecting(_ axes: Int?...) -> Cells {
    var sizes = SIMD8<Int>(repeating: 1)
    var strides = SIMD8<Int>.zero
    for (place, axis) in axes.enumerated() {
      guard let axis else { continue }
      sizes[place] = self.sizes[axis]
      strides[place] = self.strides[axis]
    }
    return Cells(storage, offset: offset, rank: axes.count, sizes: sizes, strides: strides)
  }

  /// The part of this view from `range` along an axis.
  func slice(_ axis: Int, _ range: Range<Int>) -> Cells {
    var sizes = sizes
    sizes[axis] = range.count
    return Cells(
      storage, offset: offset + range.lowerBound * strides[axis], rank: rank, sizes: sizes,
      strides: strides)
  }

  /// Two axes as one, if a step of the first is as far as all steps of the second.
  func merging(_ axis: Int) -> Cells? {
    let next = axis + 1
    guard sizes[axis] == 1 || sizes[next] == 1 || strides[axis] == sizes[next] * strides[next]
    else { return nil }
    var sizes = sizes
    var strides = strides
    if sizes[next] == 1 { strides[next] = strides[axis] }
    sizes[next] *= sizes[axis]
    for place in axis..<rank - 1 {
      sizes[place] = sizes[place + 1]
      strides[place] = strides[place + 1]
    }
    sizes[rank - 1] = 1
    strides[rank - 1] = 0
    return Cells(storage, offset: offset, rank: rank - 1, sizes: sizes, strides: strides)
  }

  /// The kernel matrix O × (C/groups)·kh·kw: a view where the strides allow it, else a copy
  /// that is kept with the cells.
  ///
  /// - Parameter packed: whether neighbouring weights of an output must lie side by side.
  func kernelMatrix(packed: Bool = false) throws(Interrupted) -> Cells {
    if let view = merging(2)?.merging(1), !packed || view.strides[1] == 1 || view.sizes[1] == 1 {
      return view
    }
    let columns = sizes[1] * sizes[2] * sizes[3]
    let count = sizes[0] * columns
    let form = try storage.form(FormKey(.matrix, of: self), count: count, keeping: .fromFirstUse) {
      (target) throws(Interrupted) in try copyRowByRow(into: target)
    }
    if let form { return .matrix(form, rows: sizes[0], columns: columns, rowStride: columns) }
    let copy = Storage(storage.elementType, count: count)
    try copyRowByRow(into: copy)
    return .matrix(copy, rows: sizes[0], columns: columns, rowStride: columns)
  }

  /// Copies the kernel O×(C/groups)×kh×kw so that no gaps are left.
  private func copyRowByRow(into copy: Storage) throws(Interrupted) {
    var strides = SIMD8<Int>.zero
    strides[0] = sizes[1] * sizes[2] * sizes[3]
    strides[1] = sizes[2] * sizes[3]
    strides[2] = sizes[3]
    strides[3] = 1
    try Elementwise.copy(
      self, into: Cells(copy, offset: 0, rank: 4, sizes: sizes, strides: strides))
  }
}
