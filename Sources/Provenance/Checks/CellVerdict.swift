/// What is to be said of one cell that differs from its differences at first sight.
enum CellVerdict {
  /// Rounding explains it, or narrower differences, which give this, agree.
  case right(numeric: Double)
  /// The value bends within reach of the step.
  case kink(low: Double, high: Double)
  /// The gradient is wrong.
  case wrong
}

extension SlopeProbe {
  /// By how much each look is closer than the one before.
  private static let zoom = 8.0
  private static let looks = 4

  /// Looks closer at a cell whose gradient differs from the differences.
  ///
  /// A wide step over a curve is wrong by h², so narrower steps come nearer and nearer; a bend
  /// stays or drops out of reach at once; a wrong gradient stays wrong.
  ///
  /// - Parameters:
  ///   - gradient: what is claimed.
  ///   - allowed: how far it may be off for these differences.
  ///   - isThorough: whether a gradient that no bend explains is looked at closer too.
  mutating func judge(
    _ gradient: Double, at place: Int, isThorough: Bool, allowed: (WeighedSlope) -> Double
  ) throws -> CellVerdict {
    func agrees(_ slope: WeighedSlope) -> Bool {
      (slope.value - gradient).magnitude <= allowed(slope)
    }
    let first = try slope(at: place)
    if agrees(first) { return .right(numeric: first.value) }
    if isLinear { return .wrong }
    // A central difference at the full width, for its bounds.
    var last = try slope(at: place, width: width)
    let widest = last
    let isBetween =
      gradient >= widest.low - allowed(widest) && gradient <= widest.high + allowed(widest)
    guard isBetween || isThorough else { return .wrong }
    var scale = 1.0
    for _ in 0..<Self.looks {
      scale /= Self.zoom
      let closer = try slope(at: place, width: width * scale)
      var extrapolated = closer
      let square = Self.zoom * Self.zoom
      extrapolated.value = (square * closer.value - last.value) / (square - 1)
      if agrees(closer) || agrees(extrapolated) {
        // Along a curve the gap shrinks as the step does; past a bend it is gone at once.
        let isBend = widest.gap > allowed(widest) && closer.gap < widest.gap * scale / 4
        if isBend { return .kink(low: widest.low, high: widest.high) }
        return .right(numeric: (agrees(extrapolated) ? extrapolated : closer).value)
      }
      last = closer
    }
    let stays = last.gap > widest.gap / Self.zoom && last.gap > allowed(last)
    let reach = allowed(last)
    let isWithin = gradient >= last.low - reach && gradient <= last.high + reach
    return stays && isWithin ? .kink(low: last.low, high: last.high) : .wrong
  }
}
