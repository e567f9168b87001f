/// Where a tap lies in one direction, with its coordinate in the image's own count.
public enum AxisPlace: Hashable, Sendable {
  /// In the image.
  case inside(Int)
  /// In the padding at the top (or left): a negative coordinate.
  case before(Int)
  /// In the padding at the bottom (or right).
  case after(Int)
  /// Past the padding at the end, where only a size that was rounded up reaches.
  case overhang(Int)

  /// The coordinate, outside the image as it comes.
  public var coordinate: Int {
    switch self {
    case .inside(let position), .before(let position), .after(let position),
      .overhang(let position):
      position
    }
  }

  /// Whether the coordinate is one of the image's.
  public var isInside: Bool {
    if case .inside = self { true } else { false }
  }
}
