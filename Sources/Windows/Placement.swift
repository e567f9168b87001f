/// Where a tap of an output's window lies in an image.
public enum Placement: Hashable, Sendable {
  /// On a pixel of the image.
  case inside(row: Int, column: Int)
  /// Off the image; at least one of the two places is not `inside`.
  case padding(rows: AxisPlace, columns: AxisPlace)

  /// The row, outside the image as it comes.
  public var row: Int {
    switch self {
    case .inside(let row, _): row
    case .padding(let rows, _): rows.coordinate
    }
  }

  /// The column, outside the image as it comes.
  public var column: Int {
    switch self {
    case .inside(_, let column): column
    case .padding(_, let columns): columns.coordinate
    }
  }

  /// Whether the tap lies on a pixel.
  public var isInside: Bool {
    if case .inside = self { true } else { false }
  }

  /// Which padding it is: `top`, `bottom`, `left`, `right`, a corner as `top left`, or
  /// `bottom overhang` and `right overhang` past the padding; nil on a pixel.
  public var sideName: String? {
    guard case .padding(let rows, let columns) = self else { return nil }
    let names = [
      Self.name(rows, before: "top", after: "bottom"),
      Self.name(columns, before: "left", after: "right"),
    ]
    return names.compactMap { $0 }.joined(separator: " ")
  }

  private static func name(_ place: AxisPlace, before: String, after: String) -> String? {
    switch place {
    case .inside: nil
    case .before: before
    case .after: after
    case .overhang: "\(after) overhang"
    }
  }
}
