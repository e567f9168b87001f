import Kernels
import Tensors

/// Kernel gradients of parts of a batch, computed side by side and then added up: how a small kernel
/// and many images keep several threads busy. There are as many whatever the number of threads, so
/// that the sums are the same.
struct KernelGradientParts: Sendable {
  /// The order in which a gradient of its own lies, the last axis without gaps.
  enum Order: Sendable {
    /// O × (C/groups) × kh × kw.
    case outputsFirst
    /// kh × kw × (C/groups) × O.
    case tapsFirst
  }

  /// How many parts.
  let count: Int
  /// How many images all parts have together.
  private let images: Int
  /// Parts × O × (C/groups) × kh × kw.
  private let cells: Cells

  /// The images of a part.
  func images(of part: Int) -> Range<Int> {
    part * images / count..<(part + 1) * images / count
  }

  /// The gradient of a part, O×(C/groups)×kh×kw.
  func gradient(of part: Int) -> Cells {
    cells.slice(0, part..<part + 1).selecting(1, 2, 3, 4)
  }

  /// Calls `body` to write gradients of the parts, and writes their sum to the operands' result.
  ///
  /// - Parameters:
  ///   - count: how many parts.
  ///   - order: how each gradient must lie; nil if it may lie as the result does, when it is the only
  ///     one.
  static func sum(
    _ count: Int, _ operands: KernelGradientOperands, _ order: Order?,
    _ body: (KernelGradientParts) throws(TensorError) -> Void
  ) throws(TensorError) {
    let (result, images) = (operands.result, operands.geometry.images)
    if count == 1, order == nil {
      let whole = result.selecting(nil, 0, 1, 2, 3)
      return try body(KernelGradientParts(count: 1, images: images, cells: whole))
    }
    let sizes = result.sizes
    let cells =
      switch order ?? .outputsFirst {
      case .outputsFirst:
        try Tensor.uninitialized(
          Shape([count, sizes[0], sizes[1], sizes[2], sizes[3]]), operands.elementType
        ).cells
      case .tapsFirst:
        try Tensor.uninitialized(
          Shape([count, sizes[2], sizes[3], sizes[1], sizes[0]]), operands.elementType
        ).cells.selecting(0, 4, 3, 1, 2)
      }
    try body(KernelGradientParts(count: count, images: images, cells: cells))
    try interruptible { () throws(Interrupted) in
      if count == 1 {
        try Elementwise.copy(cells.selecting(1, 2, 3, 4), into: result)
      } else {
        try Reduction.reduce(
          .sum, kept: cells.selecting(1, 2, 3, 4), reduced: cells.selecting(0), into: result)
      }
    }
  }
}
