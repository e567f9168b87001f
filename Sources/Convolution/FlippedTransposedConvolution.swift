import Kernels
import Tensors
import Windows

/// A transposed convolution as convolutions of stride 1 with the flipped, channel-transposed kernel,
/// padded or cropped by kernel − 1 − pad.
///
/// With a stride, the result's pixels fall into phases that different taps reach. A phase is a
/// convolution with its own taps, so that none of the zeros of a dilated operand is multiplied;
/// phases with as many taps are computed together, as channels of one result (Shi et al. 2016,
/// arXiv 1609.05158).
enum FlippedTransposedConvolution {
  /// How much of a phases' result is held at a time, where it has to be.
  private static let scratchByteCount = 1 << 20

  /// Writes every pixel of the result.
  ///
  /// - Parameter algorithm: how the convolutions are computed; nil if any but Winograd's will do.
  static func run(
    _ operands: TransposedOperands, by algorithm: ConvolutionAlgorithm? = nil
  ) throws(TensorError) {
    let window = operands.geometry.window
    if !window.mirrorsReachAllPixels {
      try interruptible { () throws(Interrupted) in
        try Elementwise.fill(operands.result, with: 0)
      }
    }
    for mirror in window.mirrors {
      let phases = TransposedPhases(operands, mirror)
      if window.stride == Extent(1) {
        let inPlace = algorithm == nil ? nil : phases.kernelWhereItLies
        let kernel = if let inPlace { inPlace } else { try phases.kernel() }
        let convolution = try phases.convolution(
          0..<operands.geometry.images, kernel: kernel, into: operands.result)
        try convolution.compute(by: algorithm ?? convolution.geometry.choice.algorithm)
      } else {
        try run(phases, try phases.kernel())
      }
    }
  }

  /// Prepares the work of `run` for blocks of cells that are written again and again; nil where the
  /// result has several phases.
  static func repeated(
    _ operands: TransposedOperands, by algorithm: ConvolutionAlgorithm?
  ) throws(TensorError) -> (() throws(TensorError) -> Void)? {
    let window = operands.geometry.window
    guard window.stride == Extent(1), window.mirrorsReachAllPixels, window.mirrors.count == 1,
      let mirror = window.mirrors.first
    else { return nil }
    let phases = TransposedPhases(operands, mirror)
    let kernel = try phases.uninitializedKernel()
    let convolution = try phases.convolution(
      0..<operands.geometry.images, kernel: kernel, into: operands.result)
    let algorithm = algorithm ?? convolution.geometry.choice.algorithm
    return { () throws(TensorError) in
      try interruptible { () throws(Interrupted) in try phases.fill(kernel) }
      try convolution.compute(by: algorithm)
    }
  }

  /// Computes some images at a time, and deals the phases out over the result.
  private static func run(_ phases: TransposedPhases, _ kernel: Cells) throws(TensorError) {
    let images = phases.operands.geometry.images
    let each = max(
      1, scratchByteCount / max(1, phases.imageCount * phases.operands.elementType.byteCount))
    let scratch = try phases.scratch(images: min(images, each))
    for first in stride(from: 0, to: images, by: each) {
      let part = first..<min(images, first + each)
      let product = scratch.slice(0, 0..<part.count)
      try phases.convolution(part, kernel: kernel, into: product)
        .compute(by: .automatic)
      try interruptible { () throws(Interrupted) in
        try phases.spread(product, over: part)
      }
    }
  }
}
