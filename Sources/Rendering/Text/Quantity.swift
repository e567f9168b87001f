/// Bytes, counts and times as people read them.
public enum Quantity {
  /// Bytes in the largest binary unit that leaves a number of at least 1: `1.5 MiB`, `512 B`.
  public static func bytes(_ count: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var value = Double(count)
    var unit = 0
    // 1023.97 would be written as 1024.0 of the smaller unit.
    while value.magnitude >= 1023.95, unit + 1 < units.count {
      value /= 1024
      unit += 1
    }
    let number = unit == 0 ? String(count) : trimmed(value, decimals: 1)
    return number + " " + units[unit]
  }

  /// A whole number with thousands separators: `105,415,200`.
  public static func count(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var text = count < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number of things: `1 cell`, `1,024 cells`, `2 leaves`.
  ///
  /// - Parameter many: the noun's plural; with an s at the end unless given.
  public static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(Self.count(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// A time in the unit that leaves three or four digits: `1.23 ms`, `45.6 s`, `3 min 20 s`.
  public static func duration(seconds: Double) -> String {
    guard seconds < 1e15 else { return NumberFormat.text(of: seconds, digits: 3) + " s" }
    if seconds >= 99.95 {
      let whole = Int(seconds.rounded())
      if whole >= 3600 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
      return "\(whole / 60) min \(whole % 60) s"
    }
    for (scale, unit) in [(1.0, "s"), (1e3, "ms"), (1e6, "us")] where seconds * scale >= 0.9995 {
      return threeDigits(seconds * scale) + " " + unit
    }
    return threeDigits(max(0, seconds) * 1e9) + " ns"
  }

  private static func threeDigits(_ value: Double) -> String {
    let decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    return NumberFormat.fixed(decimals: decimals).text(of: value)
  }

  /// A number with at most some decimals, and none if they are zeros.
  private static func trimmed(_ value: Double, decimals: Int) -> String {
    NumberFormat.trimmed(NumberFormat.fixed(decimals: decimals).text(of: value))
  }
}
