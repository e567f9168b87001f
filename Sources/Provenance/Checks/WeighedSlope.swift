/// How fast ⟨u, y⟩ changes along a direction, by differences of y's cells.
struct WeighedSlope {
  /// The central difference; or the forward one.
  var value = 0.0
  /// The least and the most it may be where some of y's cells bend: each cell's one-sided differences
  /// bound what it may contribute.
  var low = 0.0
  var high = 0.0
  /// What rounding may add.
  var noise = 0.0

  /// How far the one-sided differences are apart.
  var gap: Double { high - low }

  /// The bounds are left to be the value.
  ///
  /// - Parameters:
  ///   - before: y's cells where the step starts.
  ///   - after: y's cells where it ends.
  ///   - width: the step's length.
  init(_ upstream: [Double], from before: [Double], to after: [Double], width: Double) {
    // A cell of y that does not count may be NaN.
    for place in upstream.indices where upstream[place] != 0 {
      value += upstream[place] * (after[place] - before[place])
      noise += (upstream[place] * (after[place].magnitude + before[place].magnitude)).magnitude
    }
    value /= width
    noise *= Self.rounding / width
    (low, high) = (value, value)
  }

  /// A central difference, and its bounds.
  init(
    _ upstream: [Double], below: [Double], here: [Double], above: [Double], width: Double
  ) {
    // A cell of y that does not count may be NaN.
    for place in upstream.indices where upstream[place] != 0 {
      let up = upstream[place] * (above[place] - here[place])
      let down = upstream[place] * (here[place] - below[place])
      value += upstream[place] * (above[place] - below[place])
      low += min(up, down)
      high += max(up, down)
      noise += (upstream[place] * (above[place].magnitude + below[place].magnitude)).magnitude
    }
    value /= 2 * width
    low /= width
    high /= width
    noise *= Self.rounding / width
  }

  /// Roundings of a cell of y that is itself a sum.
  private static let rounding = 8 * Double.ulpOfOne
}
