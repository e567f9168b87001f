import Kernels
import Tensors
import Windows

/// One matrix product a group, summed over all positions: upstream gradient (O × N·oh·ow) times
/// patches (N·oh·ow × C·kh·kw).
struct ProductKernelGradient: Sendable {
  private let operands: KernelGradientOperands
  private let parts: KernelGradientParts
  /// How the gradient lies: its columns are the patches' taps.
  private let order: KernelGradientParts.Order
  /// A window of one tap: how the upstream gradient is read as a matrix.
  private let points: WindowRuns

  /// A gradient of fewer cells cannot be shared among threads but along its sum.
  private static let fewCells = 8 * 8 * 48

  /// - Parameter makesPatches: whether the im2col matrix is made, rather than packed from the images
  ///   tile by tile.
  static func run(_ operands: KernelGradientOperands, makesPatches: Bool) throws(TensorError) {
    let geometry = operands.geometry
    guard let runs = geometry.window.runs,
      let points = (try? SlidingWindow(input: geometry.window.output, kernel: Extent(1)))?.runs
    else { return try DirectKernelGradient.run(operands) }
    let order: KernelGradientParts.Order =
      makesPatches || geometry.layout == .nchw ? .outputsFirst : .tapsFirst
    let isSmall = !makesPatches && geometry.groupOutputs * geometry.depth < fewCells
    let count = isSmall ? max(1, min(geometry.images, 16 / geometry.groups)) : 1
    let liesWell = operands.result.gradientMatrix(order) != nil
    try KernelGradientParts.sum(count, operands, count == 1 && liesWell ? nil : order) {
      (parts) throws(TensorError) in
      let product = ProductKernelGradient(
        operands: operands, parts: parts, order: order, points: points)
      if makesPatches {
        try product.computeWithMatrices()
      } else {
        try interruptible { () throws(Interrupted) in
          try product.compute(runs, itemsShareThreads: !isSmall)
        }
      }
    }
  }

  /// Packs the patches from the images where they are needed.
  private func compute(_ runs: WindowRuns, itemsShareThreads: Bool) throws(Interrupted) {
    let groups = operands.geometry.groups
    let compute = { @Sendable (item: Int) throws(Interrupted) in
      let (part, group) = item.quotientAndRemainder(dividingBy: groups)
      let patches = PatchOperand(
        images: operands.input(of: group, parts.images(of: part)), runs: runs,
        tapOrder: order == .outputsFirst ? .channelsOutermost : .channelsInnermost,
        positionsAreRows: true)
      try multiply(part, group, .patches(patches))
    }
    if itemsShareThreads {
      for item in 0..<parts.count * groups { try compute(item) }
    } else {
      try Workers.run(parts.count * groups, compute)
    }
  }

  /// Makes each group's im2col matrix first.
  private func computeWithMatrices() throws(TensorError) {
    let layout = try operands.geometry.patches(.columns)
    for group in 0..<operands.geometry.groups {
      let patches = try Im2col.matrix(of: operands.input(of: group, parts.images(of: 0)), layout)
      try interruptible { () throws(Interrupted) in
        try multiply(0, group, MatrixOperand.strided(patches.cells).transposed)
      }
    }
  }

  /// Writes one part's gradient of one group's kernels.
  private func multiply(
    _ part: Int, _ group: Int, _ patches: MatrixOperand
  ) throws(Interrupted) {
    let count = operands.geometry.groupOutputs
    let gradient = parts.gradient(of: part).slice(0, group * count..<(group + 1) * count)
    guard let target = gradient.gradientMatrix(order) else { return }
    let upstream = operands.upstream(of: group, parts.images(of: part))
    try Matmul.multiply(upstream.positions(points), patches, into: target)
  }
}

extension Cells {
  /// Kernels O×(C/groups)×kh×kw as a matrix of O rows; nil where the strides do not allow it.
  fileprivate func gradientMatrix(_ order: KernelGradientParts.Order) -> Cells? {
    switch order {
    case .outputsFirst: merging(2)?.merging(1)
    case .tapsFirst: selecting(0, 2, 3, 1).merging(2)?.merging(1)
    }
  }

  /// An upstream gradient N×O×oh×ow as the matrix O × N·oh·ow.
  ///
  /// - Parameter points: the runs of a window of one tap.
  fileprivate func positions(_ points: WindowRuns) -> MatrixOperand {
    if let planes = merging(2) {
      // Images, outputs, positions.
      if planes.sizes[0] == 1 { return .strided(planes.selecting(1, 2)) }
      if let matrix = planes.selecting(1, 0, 2).merging(1) { return .strided(matrix) }
    }
    return .patches(PatchOperand(images: self, runs: points))
  }
}
