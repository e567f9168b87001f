public import Kernels
public import Tensors

/// col2im: every cell of a patch matrix added to the pixel it was read from.
///
/// It is the transpose of im2col, not its inverse: where patches overlap their cells are summed, so
/// col2im(im2col(x)) is x times the coverage grid. Cells of the padding are dropped.
public enum Col2im {
  /// Sums the patches back into images.
  ///
  /// - Parameters:
  ///   - matrix: laid out as im2col of such an image is.
  ///   - image: the result's shape, N×C×H×W, C×H×W or H×W.
  ///   - window: a geometry for images of this height and width.
  /// - Returns: the images, of the matrix's element type; the order in which a pixel's
  ///   cells are summed does not depend on the number of threads.
  /// - Throws: `WindowError` if the matrix has another shape than im2col's, past the memory budget or
  ///   when interrupted.
  public static func sum(
    _ matrix: Tensor, image: Shape, window: SlidingWindow, order: PatchOrder = .columns
  ) throws(WindowError) -> Tensor {
    let layout = try PatchLayout(image: image, window: window, order: order)
    guard matrix.shape == layout.shape else {
      throw .matrixShape(matrix.shape, expected: layout.shape)
    }
    let (result, source) = try tensors { () throws(TensorError) in
      (try Tensor(image, matrix.elementType), try matrix.contiguous())
    }
    let images = try result.asImages()
    do throws(Interrupted) {
      try add(source.cells, layout, into: images.cells)
    } catch { throw .tensor(.interrupted) }
    return result
  }

  /// Adds the patches to what images hold.
  ///
  /// - Parameters:
  ///   - matrix: row-major without gaps, laid out as `layout` says.
  ///   - images: N×C×H×W with any strides, of the matrix's element type.
  /// - Throws: `Interrupted` when the user asked to stop; the images are then half written.
  public static func add(
    _ matrix: Cells, _ layout: PatchLayout, into images: Cells
  ) throws(Interrupted) {
    switch matrix.storage.elementType {
    case .f32: try add(matrix, layout, into: images, as: Float.self)
    case .f64: try add(matrix, layout, into: images, as: Double.self)
    }
  }

  /// Images and channels share no pixel, so that they can be summed side by side.
  private static func add<S: Scalar>(
    _ matrix: Cells, _ layout: PatchLayout, into images: Cells, as type: S.Type
  ) throws(Interrupted) {
    let traversal = PatchTraversal(layout, images: images)
    let channels = layout.channels
    try Workers.run(layout.images * channels) { (item: Int) throws(Interrupted) in
      let (image, channel) = item.quotientAndRemainder(dividingBy: channels)
      for line in 0..<traversal.lines {
        try Interrupt.check()
        matrix.storage.withSpan(of: type) { cells in
          images.storage.withMutableSpan(of: type) { pixels in
            traversal.forEachRun(image: image, channel: channel, line: line) { run in
              PairedRun(
                count: run.inside.count, target: run.pixel, targetStep: run.pixelStep,
                source: matrix.offset + run.first, sourceStep: run.matrixStep
              ).replay(from: cells, into: &pixels) { $0 + $1 }
            }
          }
        }
      }
    }
  }
}
