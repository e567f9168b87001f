extension Double {
  /// The nearest number with so many significant digits, which prints shortly.
  func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    var size = magnitude
    var places = digits - 1
    while size < 1 { (size, places) = (size * 10, places + 1) }
    while size >= 10 { (size, places) = (size / 10, places - 1) }
    var scale = 1.0
    for _ in 0..<abs(places) { scale *= 10 }
    return places > 0 ? (self * scale).rounded() / scale : (self / scale).rounded() * scale
  }

  /// Decimal notation with so many digits after the point.
  func fixed(_ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, part) = Int((self * Double(scale)).rounded())
      .quotientAndRemainder(dividingBy: scale)
    return "\(whole).\("\(part)".padded(to: digits, with: "0"))"
  }
}

extension String {
  /// As wide as asked: filled on the left, or on the right for a negative width.
  func padded(to width: Int, with filler: Character = " ") -> String {
    let filling = String(repeating: filler, count: max(0, abs(width) - count))
    return width < 0 ? self + filling : filling + self
  }
}
