extension Double {
  /// The number in the fewest characters that read back as it: `3`, `0.1`, `1e-09`, `NaN`.
  var spelled: String {
    if isNaN { return "NaN" }
    if let whole = Int(exactly: self), magnitude <= 0x1p53 { return String(whole) }
    return description
  }
}
