/// How far an image is extended before a window slides over it.
public enum Padding: Hashable, Sendable, CustomStringConvertible {
  /// So many rows and columns on each side.
  case explicit(PaddingSides)
  /// As many as make the output ⌈input ÷ stride⌉; an odd one goes to the bottom and the right.
  case same
  /// As `same`, with an odd one at the top and the left.
  case sameLower
  /// As many as let every tap reach every pixel: the kernel's extent less one on each side.
  case full
  /// None.
  case valid

  /// Pads all four sides by the same number.
  public static func all(_ count: Int) -> Padding { .explicit(PaddingSides(count)) }

  /// As the language writes the value of `pad=`: `1`, `1x2`, `0x1x0x1`, `same`, `same-lower`, `full`
  /// or `valid`.
  public var description: String {
    switch self {
    case .explicit(let sides): sides.description
    case .same: "same"
    case .sameLower: "same-lower"
    case .full: "full"
    case .valid: "valid"
    }
  }
}
