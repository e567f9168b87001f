/// Something about a file that was read or written that its user may want to know; no error.
public enum FileNote: Sendable, Hashable {
  /// The picture's transparency was left out; colours are as stored.
  case transparencyLeftOut
  /// Whole numbers beyond 2^53 that were rounded to the nearest f64.
  case rounded(count: Int)
  /// Finite numbers beyond the range of the element type that became infinite.
  case overflowed(count: Int)
  /// Cells outside 0…1 that the picture shows as 0 or 1.
  case clamped(count: Int)
}
