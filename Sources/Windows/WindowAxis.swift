/// One direction of the sliding window: the relation between outputs, taps and inputs.
///
///     input = output · stride − padBefore + tap · dilation
///
/// Everything that slides a window asks this type, forwards (`input(output:tap:)`, `place`) or
/// inverted (`readers(of:)`, `outputs(inside:)`). No arithmetic on an axis that was made can
/// overflow as long as outputs and taps are in range.
public struct WindowAxis: Hashable, Sendable {
  /// How many rows (or columns) the image has, without padding.
  public let input: Int
  /// How many rows (or columns) the kernel has.
  public let taps: Int
  /// Steps from one output's window to the next one's.
  public let stride: Int
  /// Steps from one tap to the next.
  public let dilation: Int
  /// Padding at the top (or left).
  public let padBefore: Int
  /// Padding at the bottom (or right).
  public let padAfter: Int
  /// Whether a last window that hangs over the end counts (a pool's `ceil=true`).
  public let roundsUp: Bool
  /// How many windows there are; 0 if not even one fits.
  public let output: Int

  /// Makes an axis and counts its outputs.
  ///
  /// Rounding up follows PyTorch's rule: one more window, hanging over the end, counts if it starts
  /// inside the image or the padding before it (`pooling_output_shape` in ATen's `Pool.h`).
  ///
  /// - Parameters:
  ///   - padding: the rows (or columns) of padding before and after the image.
  ///   - direction: what errors call this axis.
  /// - Throws: `WindowError` if the image or the kernel is empty, a step is not positive, a padding
  ///   is negative, or a position would not fit an `Int`. A kernel that is too large is no error
  ///   here: it leaves an axis without outputs.
  public init(
    input: Int, taps: Int, stride: Int = 1, dilation: Int = 1,
    padding: (before: Int, after: Int) = (0, 0), roundsUp: Bool = false,
    along direction: WindowDirection = .rows
  ) throws(WindowError) {
    let extent = try Self.extent(taps: taps, dilation: dilation, along: direction)
    guard input > 0 else { throw .emptyInput(input, along: direction) }
    guard stride > 0 else { throw .strideNotPositive(stride, along: direction) }
    guard padding.before >= 0, padding.after >= 0 else {
      throw .negativePadding(min(padding.before, padding.after), along: direction)
    }
    guard let padded = Self.sum(input, padding.before, padding.after),
      Self.sum(padded, stride, stride, extent) != nil
    else { throw .overflow(along: direction) }
    let room = padded - extent
    var output = room < 0 ? 0 : room / stride + 1
    // With room == (output − 1) · stride the extra window would start where the last one ends its
    // step: nothing is left over to justify it.
    let hangsOver = output == 0 ? room + stride > 0 : room % stride != 0
    if roundsUp && hangsOver && output * stride < input + padding.before { output += 1 }

    self.init(
      input: input, taps: taps, stride: stride, dilation: dilation, padBefore: padding.before,
      padAfter: padding.after, roundsUp: roundsUp, output: output)
  }

  init(
    input: Int, taps: Int, stride: Int, dilation: Int, padBefore: Int, padAfter: Int,
    roundsUp: Bool, output: Int
  ) {
    self.input = input
    self.taps = taps
    self.stride = stride
    self.dilation = dilation
    self.padBefore = padBefore
    self.padAfter = padAfter
    self.roundsUp = roundsUp
    self.output = output
  }

  /// Where a tap of an output's window lies in the image; below 0 or past the end is padding.
  @inline(__always)
  public func input(output: Int, tap: Int) -> Int {
    output * stride - padBefore + tap * dilation
  }

  /// How far the kernel reaches: (taps − 1) · dilation + 1.
  public var extent: Int { (taps - 1) * dilation + 1 }

  /// The image with its padding.
  public var padded: Int { input + padBefore + padAfter }
}
