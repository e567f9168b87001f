/// The rows and columns of padding on each of an image's four sides.
public struct PaddingSides: Hashable, Sendable, CustomStringConvertible {
  /// Rows above the image.
  public var top: Int
  /// Columns to the left of the image.
  public var left: Int
  /// Rows below the image.
  public var bottom: Int
  /// Columns to the right of the image.
  public var right: Int

  /// Makes the four numbers.
  public init(top: Int, left: Int, bottom: Int, right: Int) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }

  /// The same number on all four sides.
  public init(_ all: Int) {
    self.init(top: all, left: all, bottom: all, right: all)
  }

  /// The same number above and below, and the same left and right.
  public init(rows: Int, columns: Int) {
    self.init(top: rows, left: columns, bottom: rows, right: columns)
  }

  /// Padding before the image in a direction: the top or the left.
  public func before(_ direction: WindowDirection) -> Int { direction == .rows ? top : left }

  /// Padding after the image in a direction: the bottom or the right.
  public func after(_ direction: WindowDirection) -> Int { direction == .rows ? bottom : right }

  /// As the language writes it: `1` for all sides, `1x2` for rows×columns, else
  /// top×left×bottom×right as in `0x1x0x1`.
  public var description: String {
    if top == bottom && left == right { return top == left ? "\(top)" : "\(top)x\(left)" }
    return "\(top)x\(left)x\(bottom)x\(right)"
  }
}
