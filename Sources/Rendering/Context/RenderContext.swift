/// What text is drawn for: how much room there is and what may be used to draw.
///
/// The default is a pipe: nothing is elided, no colour, ASCII only.
public struct RenderContext: Sendable, Hashable {
  /// The columns a line may take; nil if nobody measured.
  public var width: Int?
  /// The lines of the screen; nil where there is no screen, and then no row is elided.
  public var height: Int?
  /// Whether what does not fit is elided, as on a terminal.
  public var elides: Bool
  /// The colours that may be used.
  public var color: ColorDepth
  /// The characters that lines are drawn with.
  public var box: BoxStyle
  /// Significant digits of numbers that are not whole; nil for the default.
  public var digits: Int?

  /// The most significant digits that tell two f64 apart.
  public static let mostDigits = 17

  /// The columns that are assumed where nobody measured and something has to be arranged.
  public static let assumedWidth = 80
  /// The lines that are assumed where nobody measured and something has to fit a screen.
  public static let assumedHeight = 24

  /// Makes a context; without arguments that of a pipe.
  public init(
    width: Int? = nil, height: Int? = nil, elides: Bool = false, color: ColorDepth = .none,
    box: BoxStyle = .ascii, digits: Int? = nil
  ) {
    self.width = width
    self.height = height
    self.elides = elides
    self.color = color
    self.box = box
    self.digits = digits
  }

  /// A terminal of this size, which elides.
  public static func terminal(
    width: Int, height: Int?, color: ColorDepth = .none, box: BoxStyle = .ascii
  ) -> RenderContext {
    RenderContext(width: width, height: height, elides: true, color: color, box: box)
  }

  /// The columns that things side by side are arranged in.
  var arrangedWidth: Int { max(1, width ?? Self.assumedWidth) }

  /// The columns that a table must not exceed; nil if it may be as wide as it likes.
  var widthLimit: Int? { elides ? arrangedWidth : nil }

  /// Significant digits of a table's numbers.
  var tableDigits: Int { min(max(1, digits ?? 4), Self.mostDigits) }
}
