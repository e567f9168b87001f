/// How one axis of a result got its size: the formula with its numbers.
public struct SizeDerivation: Hashable, Sendable {
  /// Which way the relation is read.
  public enum Reading: Hashable, Sendable {
    /// From the image to the outputs: convolution, pool, im2col.
    case forwards
    /// From the outputs to the image, with so many rows (or columns) added: transposed convolution.
    case backwards(outputPadding: Int)
  }

  /// The axis.
  public let axis: WindowAxis
  /// Which way it is read.
  public let reading: Reading

  /// Explains an axis.
  public init(_ axis: WindowAxis, reading: Reading = .forwards) {
    self.axis = axis
    self.reading = reading
  }

  /// What the formula gives: the axis's outputs, or read backwards its input.
  public var size: Int { reading == .forwards ? axis.output : axis.input }

  /// What the division leaves over; 0 backwards.
  public var remainder: Int {
    guard reading == .forwards else { return 0 }
    return max(0, axis.padded - axis.extent) % axis.stride
  }

  /// Whether rounding up would have given one window more, which would have started past the image
  /// and its padding before.
  public var dropsLastWindow: Bool {
    axis.roundsUp && axis.overhang == 0 && remainder != 0
  }

  /// The kernel's reach with the numbers put in, `(3 - 1) * 2 + 1 = 5`; nil without a dilation.
  public var extentFormula: String? {
    axis.dilation == 1 ? nil : "(\(axis.taps) - 1) * \(axis.dilation) + 1 = \(axis.extent)"
  }

  /// The size with the numbers put in: `floor((227 + 0 + 0 - 11) / 4) + 1 = 55`, and read backwards
  /// `(4 - 1) * 2 + 3 - 1 - 1 + 1 = 8`, the last term being the output padding.
  public var formula: String {
    let (before, after) = (axis.padBefore, axis.padAfter)
    switch reading {
    case .forwards:
      let room = "(\(axis.input) + \(before) + \(after) - \(axis.extent)) / \(axis.stride)"
      let rounded = axis.roundsUp && !dropsLastWindow ? "ceil" : "floor"
      return "\(rounded)(\(room)) + 1 = \(size)"
    case .backwards(let outputPadding):
      let whole = "(\(axis.output) - 1) * \(axis.stride) + \(axis.extent)"
      return "\(whole) - \(before) - \(after) + \(outputPadding) = \(size)"
    }
  }
}
