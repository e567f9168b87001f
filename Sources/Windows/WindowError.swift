public import Tensors

/// Why a window cannot slide over an image; the payload has the numbers that disagree.
public enum WindowError: Error, Hashable, Sendable {
  /// The image has no rows (or columns).
  case emptyInput(Int, along: WindowDirection)
  /// The kernel has no rows (or columns).
  case emptyKernel(Int, along: WindowDirection)
  /// A stride below 1.
  case strideNotPositive(Int, along: WindowDirection)
  /// A dilation below 1.
  case dilationNotPositive(Int, along: WindowDirection)
  /// A padding below 0.
  case negativePadding(Int, along: WindowDirection)
  /// The kernel reaches further than the padded image; `extent` is how far it reaches with its
  /// dilation, and the remedies are edits that would make it fit, the nearest first.
  case kernelTooLarge(
    kernel: Extent, extent: Extent, input: Extent, padding: PaddingSides, remedies: [WindowRemedy])
  /// A window that would read nothing but padding, where that has no value: the output's position.
  case windowOfPadding(outputRow: Int, outputColumn: Int, padding: PaddingSides)
  /// A position or size along this direction does not fit an `Int`.
  case overflow(along: WindowDirection)
  /// Padding that cuts off all of a transposed convolution's result along this direction.
  case nothingLeft(of: Int, padding: Int, along: WindowDirection)
  /// An image of fewer than two or more than four dimensions.
  case imageRank(Shape)
  /// A matrix given to col2im that is not of the shape im2col would give for this image.
  case matrixShape(Shape, expected: Shape)
  /// The result's shape or size is at fault, or the user asked to stop.
  case tensor(TensorError)
}

/// Runs an operation of tensors, and turns its errors into this room's.
@inline(__always)
func tensors<Result>(
  _ body: () throws(TensorError) -> Result
) throws(WindowError) -> Result {
  do throws(TensorError) { return try body() } catch { throw .tensor(error) }
}
