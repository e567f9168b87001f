public import Kernels
public import Tensors

/// im2col: every patch of a batch of images, copied run by run into one matrix.
public enum Im2col {
  /// Makes the whole matrix; `PatchMatrix` is the same one without making it.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W with any strides.
  ///   - layout: which patch goes where, for images of these sizes.
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  public static func matrix(
    of images: Cells, _ layout: PatchLayout
  ) throws(TensorError) -> Tensor {
    let matrix = try Tensor.uninitialized(layout.shape, images.storage.elementType)
    do throws(Interrupted) {
      switch matrix.elementType {
      case .f32: try copy(images, layout, into: matrix.cells.storage, as: Float.self)
      case .f64: try copy(images, layout, into: matrix.cells.storage, as: Double.self)
      }
    } catch { throw .interrupted }
    return matrix
  }

  private static func copy<S: Scalar>(
    _ images: Cells, _ layout: PatchLayout, into matrix: Storage, as type: S.Type
  ) throws(Interrupted) {
    let traversal = PatchTraversal(layout, images: images)
    let channels = layout.channels
    let lines = traversal.lines
    try Workers.run(layout.images * lines) { (item: Int) throws(Interrupted) in
      let (image, line) = item.quotientAndRemainder(dividingBy: lines)
      for channel in 0..<channels {
        try Interrupt.check()
        images.storage.withSpan(of: type) { pixels in
          matrix.withMutableSpan(of: type) { cells in
            traversal.forEachRun(image: image, channel: channel, line: line) { run in
              copy(run, from: pixels, into: &cells)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func copy<S: Scalar>(
    _ run: PatchTraversal.Run, from pixels: Span<S>, into cells: inout MutableSpan<S>
  ) {
    let (matrix, step) = (run.matrix, run.matrixStep)
    for output in 0..<run.inside.lowerBound { cells[matrix + output * step] = 0 }
    for output in run.inside.upperBound..<run.count { cells[matrix + output * step] = 0 }
    PairedRun(
      count: run.inside.count, target: run.first, targetStep: step, source: run.pixel,
      sourceStep: run.pixelStep
    ).replay(from: pixels, into: &cells) { _, pixel in pixel }
  }
}
