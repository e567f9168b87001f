import Kernels
import Tensors

/// Walks over all cells of im2col in runs: stretches of outputs along which one tap reads pixels that
/// are one stride apart. im2col copies along them, col2im adds along them.
struct PatchTraversal: Sendable {
  /// What one step in a direction means in the images and in the matrix, in cells.
  private struct Direction {
    let axis: WindowAxis
    let inputStep: Int
    let tapStep: Int
    let outputStep: Int
  }

  /// One tap's reading along a line of outputs.
  struct Run {
    /// Where the first output of the line lies in the matrix.
    let matrix: Int
    /// From one output to the next in the matrix.
    let matrixStep: Int
    /// The outputs for which the tap lies on a pixel; the others of the line read padding.
    let inside: Range<Int>
    /// The outputs of the whole line.
    let count: Int
    /// The pixel that the first output inside reads.
    let pixel: Int
    /// From one pixel to the next.
    let pixelStep: Int

    /// Where the first output inside lies in the matrix.
    var first: Int { matrix + inside.lowerBound * matrixStep }
  }

  private let outer: Direction
  private let inner: Direction
  private let origin: Int
  private let imageSteps: (input: Int, matrix: Int)
  private let channelSteps: (input: Int, matrix: Int)

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - layout: how the row-major matrix is laid out.
  ///   - images: the view of N×C×H×W that it is made of or added to.
  init(_ layout: PatchLayout, images: Cells) {
    func step(_ factor: PatchFactor) -> Int { layout.steps[factor.rawValue] }
    origin = images.offset
    imageSteps = (images.strides[0], step(.image))
    channelSteps = (images.strides[1], step(.channel))
    let rows = Direction(
      axis: layout.window.rows, inputStep: images.strides[2], tapStep: step(.tapRow),
      outputStep: step(.outputRow))
    let columns = Direction(
      axis: layout.window.columns, inputStep: images.strides[3], tapStep: step(.tapColumn),
      outputStep: step(.outputColumn))
    // The matrix is the larger of the two: runs follow whichever direction is close together there.
    (outer, inner) = rows.outputStep < columns.outputStep ? (columns, rows) : (rows, columns)
  }

  /// How many lines of outputs an image has.
  var lines: Int { outer.axis.output }

  /// Calls `body` with each run of one channel of one image on one line of outputs; a run without
  /// pixels is padding throughout.
  @inline(__always)
  func forEachRun(image: Int, channel: Int, line: Int, _ body: (Run) -> Void) {
    let input = origin + image * imageSteps.input + channel * channelSteps.input
    let matrix =
      image * imageSteps.matrix + channel * channelSteps.matrix + line * outer.outputStep
    for outerTap in 0..<outer.axis.taps {
      let position = outer.axis.input(output: line, tap: outerTap)
      let isInside = position >= 0 && position < outer.axis.input
      for innerTap in 0..<inner.axis.taps {
        let inside = isInside ? inner.axis.outputs(inside: innerTap) : 0..<0
        let first = inner.axis.input(output: inside.lowerBound, tap: innerTap)
        body(
          Run(
            matrix: matrix + outerTap * outer.tapStep + innerTap * inner.tapStep,
            matrixStep: inner.outputStep, inside: inside, count: inner.axis.output,
            pixel: input + position * outer.inputStep + first * inner.inputStep,
            pixelStep: inner.axis.stride * inner.inputStep))
      }
    }
  }
}
