/// One direction of a sliding window lowered to *planes*: the lines of pixels that taps read with a
/// step of one cell an output, whatever the stride and the dilation.
///
/// Tap t of output o reads cell `o + taps[t].shift` of plane `taps[t].plane`. `Windows` works this out;
/// kernels replay it.
public struct BandAxis: Sendable, Hashable {
  /// A line of cells: padding, then every `step`-th pixel, then padding.
  public struct Plane: Sendable, Hashable {
    /// Cells of padding before the first pixel.
    public let zerosBefore: Int
    /// How many cells hold pixels.
    public let pixels: Int
    /// The pixel in the first of them.
    public let firstPixel: Int

    /// Makes a plane.
    public init(zerosBefore: Int, pixels: Int, firstPixel: Int) {
      self.zerosBefore = zerosBefore
      self.pixels = pixels
      self.firstPixel = firstPixel
    }
  }

  /// Where a tap reads.
  public struct Tap: Sendable, Hashable {
    /// The plane that holds the tap's pixels.
    public let plane: Int
    /// The cell that output 0 reads.
    public let shift: Int

    /// Makes a tap.
    public init(plane: Int, shift: Int) {
      self.plane = plane
      self.shift = shift
    }
  }

  /// How many outputs there are.
  public let outputs: Int
  /// Pixels from one cell to the next: the stride.
  public let step: Int
  /// The planes, all as long.
  public let planes: [Plane]
  /// The taps.
  public let taps: [Tap]
  /// The largest shift: how many cells a plane has beyond the outputs.
  public let reach: Int

  /// Makes an axis.
  public init(outputs: Int, step: Int, planes: [Plane], taps: [Tap]) {
    self.outputs = outputs
    self.step = step
    self.planes = planes
    self.taps = taps
    reach = taps.reduce(0) { max($0, $1.shift) }
  }

  /// Cells a plane.
  public var length: Int { outputs + reach }

  /// Cells of padding that every plane has on either side.
  var commonPadding: Int {
    planes.reduce(length) { least, plane in
      min(least, plane.zerosBefore, length - plane.zerosBefore - plane.pixels)
    }
  }

  /// Whether some plane holds padding.
  public var holdsPadding: Bool { planes.contains { $0.pixels < length } }
}
