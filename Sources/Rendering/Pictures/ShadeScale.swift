/// How numbers become shades: characters of rising darkness, or colours where they are allowed.
struct ShadeScale: Sendable, Hashable {
  /// The numbers that get the first and the last shade.
  let lowest: Double
  let highest: Double

  /// From blank to full.
  static let ramp = Array(" .:-=+*#%@")

  /// Makes a scale over a range of numbers.
  init(_ lowest: Double, _ highest: Double) {
    self.lowest = lowest
    self.highest = highest
  }

  /// Where a number lies, from 0 to 1; in a range of one number the middle. NaN for NaN.
  func position(of value: Double) -> Double {
    if value.isInfinite { return value > 0 ? 1 : 0 }
    guard highest > lowest else { return value.isNaN ? value : 0.5 }
    // Halves first: the difference of two large numbers may be infinite.
    let position = (value / 2 - lowest / 2) / (highest / 2 - lowest / 2)
    return position.isNaN ? position : min(max(position, 0), 1)
  }

  /// The character for a number; `?` for NaN.
  func character(for value: Double) -> Character {
    let position = position(of: value)
    guard !position.isNaN else { return "?" }
    return Self.ramp[min(Self.ramp.count - 1, Int(position * Double(Self.ramp.count)))]
  }

  /// A grey from black to white.
  func grey(for value: Double) -> PictureColor {
    let position = position(of: value)
    return position.isNaN ? .notANumber : PictureColor(grey: position)
  }

  /// A colour of heat: from dark blue over green to yellow; where there are both signs from blue over
  /// white at 0 to red, equally far on both sides.
  func heat(for value: Double) -> PictureColor {
    guard !value.isNaN else { return .notANumber }
    guard lowest < 0, highest > 0 else {
      return Self.mixed(Self.rising, at: position(of: value))
    }
    let reach = max(-lowest, highest)
    return Self.mixed(Self.diverging, at: ShadeScale(-reach, reach).position(of: value))
  }

  /// Five colours of matplotlib's viridis (CC0).
  private static let rising: [(Double, Double, Double)] = [
    (0.267, 0.005, 0.329), (0.229, 0.322, 0.546), (0.128, 0.567, 0.551), (0.369, 0.789, 0.383),
    (0.993, 0.906, 0.144),
  ]

  /// ColorBrewer's RdBu, from blue to red, five colours.
  private static let diverging: [(Double, Double, Double)] = [
    (0.020, 0.443, 0.690), (0.573, 0.773, 0.871), (0.969, 0.969, 0.969), (0.957, 0.647, 0.510),
    (0.792, 0.000, 0.125),
  ]

  private static func mixed(
    _ colors: [(Double, Double, Double)], at position: Double
  ) -> PictureColor {
    let scaled = position * Double(colors.count - 1)
    let first = min(colors.count - 2, Int(scaled))
    let share = scaled - Double(first)
    let (low, high) = (colors[first], colors[first + 1])
    func mix(_ low: Double, _ high: Double) -> Double { low + (high - low) * share }
    return PictureColor(mix(low.0, high.0), mix(low.1, high.1), mix(low.2, high.2))
  }
}
