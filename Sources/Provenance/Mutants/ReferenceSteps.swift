import Windows

/// The decisions of a backward pass as people write it: each right as it stands here. A mutant gets
/// one of them wrong.
///
/// Two routes lead to the gradient of a convolution's input. Through columns (sources 001 and 004):
/// the transposed kernel times the upstream gradient, then col2im into a padded image, then a crop.
/// By correlation (sources 000, 002 and 003): the upstream gradient, dilated and padded, is
/// correlated with the flipped, channel-transposed kernel.
struct ReferenceSteps {
  // MARK: Through columns

  /// Where the upstream gradient of an image's output lies in N×O×(oh·ow) cells.
  var upstream: (_ image: Int, _ output: Int, _ position: Int, ReferenceSizes) -> Int = {
    image, output, position, sizes in
    (image * sizes.outputs + output) * sizes.positions + position
  }
  /// Which image and position a patch of the columns belongs to: images stand side by side.
  var patch: (_ column: Int, ReferenceSizes) -> (image: Int, position: Int) = { column, sizes in
    (column / sizes.positions, column % sizes.positions)
  }
  /// In which row and column of the padded image a patch starts.
  var start: (_ position: Int, SlidingWindow) -> (row: Int, column: Int) = { position, window in
    let (row, column) = position.quotientAndRemainder(dividingBy: window.output.columns)
    return (
      window.rows.input(output: row, tap: 0) + window.rows.padBefore,
      window.columns.input(output: column, tap: 0) + window.columns.padBefore
    )
  }
  /// How many rows (or columns) the padded image has.
  var padded: (WindowAxis) -> Int = { $0.padded }
  /// What becomes of a padded pixel when a patch reaches it.
  var add: (_ pixel: Double, _ value: Double) -> Double = { $0 + $1 }
  /// What is kept of the padded images N×C×H×W.
  var crop: (_ padded: [Int], SlidingWindow) -> [Range<Int>] = { padded, window in
    [
      0..<padded[0], 0..<padded[1],
      ReferenceSteps.kept(padded[2], window.rows), ReferenceSteps.kept(padded[3], window.columns),
    ]
  }

  // MARK: By correlation

  /// How far the upstream gradient is dilated along an axis.
  var dilation: (WindowAxis) -> Int = { $0.stride }
  /// Zeros behind the dilated upstream gradient, for what no window read.
  var leftOver: (WindowAxis) -> Int = { $0.leftOver }
  /// How far the upstream gradient is padded before and after.
  var padding: (WindowAxis) -> (before: Int, after: Int) = { axis in
    (axis.extent - 1 - axis.padBefore, axis.extent - 1 - axis.padAfter)
  }
  /// Which tap of the kernel meets a tap of the correlation.
  var tap: (_ tap: Int, _ taps: Int) -> Int = { $1 - 1 - $0 }
  /// Whether the kernel's channels change places.
  var transposesChannels = true

  // MARK: Kernel and bias

  /// By what the kernel's gradient is multiplied.
  var kernelScale: (ReferenceSizes) -> Double = { _ in 1 }
  /// Whether the bias's gradient has a number an output channel; else one an image.
  var sumsBiasOverImages = true

  // MARK: Pools

  /// What each pixel of a window gets of the upstream gradient; nil for a tap in the padding.
  var shares: (_ pixels: [Double?], _ divisor: Double) -> [Double] = { pixels, _ in
    ReferenceSteps.first(of: pixels.map { $0 ?? -.infinity })
  }

  /// The rows (or columns) of a padded image that are the image, as far as there are so many.
  static func kept(_ count: Int, _ axis: WindowAxis) -> Range<Int> {
    min(count, axis.padBefore)..<min(count, axis.padBefore + axis.input)
  }

  /// All for the first of the largest.
  static func first(of pixels: [Double]) -> [Double] {
    var shares = [Double](repeating: 0, count: pixels.count)
    if let largest = pixels.max(), let place = pixels.firstIndex(of: largest) { shares[place] = 1 }
    return shares
  }
}
