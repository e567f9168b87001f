import Kernels
public import Tensors

extension PatchMatrix {
  /// All patches: the im2col matrix itself, copied run by run.
  ///
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  public func materialized() throws(TensorError) -> Tensor {
    let matrix = try Tensor.uninitialized(shape, elementType)
    do throws(Interrupted) {
      switch elementType {
      case .f32: try copy(into: matrix.cells.storage, as: Float.self)
      case .f64: try copy(into: matrix.cells.storage, as: Double.self)
      }
    } catch { throw .interrupted }
    return matrix
  }

  private func copy<S: Scalar>(into matrix: Storage, as type: S.Type) throws(Interrupted) {
    let images = input.cells
    let traversal = PatchTraversal(layout, images: images)
    let channels = layout.channels
    let lines = traversal.lines
    try Workers.run(layout.images * lines) { (item: Int) throws(Interrupted) in
      try Interrupt.check()
      let (image, line) = item.quotientAndRemainder(dividingBy: lines)
      images.storage.withSpan(of: type) { pixels in
        matrix.withMutableSpan(of: type) { cells in
          for channel in 0..<channels {
            traversal.forEachRun(image: image, channel: channel, line: line) { run in
              Self.copy(run, from: pixels, into: &cells)
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
    let first = matrix + run.inside.lowerBound * step
    if step == 1, run.pixelStep == 1 {
      for place in 0..<run.inside.count { cells[first + place] = pixels[run.pixel + place] }
    } else {
      for place in 0..<run.inside.count {
        cells[first + place * step] = pixels[run.pixel + place * run.pixelStep]
      }
    }
  }
}
