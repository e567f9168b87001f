extension RandomSource {
  /// The natural logarithms of positive normal numbers, to a few ulp, in IEEE operations only.
  ///
  /// The argument is split into 2ᵉ·m with m near 1; log m = 2·artanh((m−1)/(m+1)) by its series.
  @inline(__always)
  static func logarithm(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    // Below 2^52 with the bits of 2^52 before it, a whole number is a floating-point one.
    let raised = unsafeBitCast(bits &>> 52 | 0x4330_0000_0000_0000, to: SIMD8<Double>.self)
    var exponent = raised - (0x1p52 + 1023)
    var mantissa = unsafeBitCast(
      bits & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000, to: SIMD8<Double>.self)
    let isLarge = mantissa .> 1.4142135623730951
    mantissa.replace(with: mantissa * 0.5, where: isLarge)
    exponent.replace(with: exponent + 1, where: isLarge)
    let t = (mantissa - 1) / (mantissa + 1)
    return exponent * 0.6931471805599453 + 2 * t * artanhSeries(t * t)
  }

  /// artanh(t) / t from t², which is below 0.0295: what follows t²² is below a tenth of an ulp.
  @inline(__always)
  private static func artanhSeries(_ z: SIMD8<Double>) -> SIMD8<Double> {
    var sum = SIMD8(repeating: 1.0 / 23)
    sum = sum * z + 1.0 / 21
    sum = sum * z + 1.0 / 19
    sum = sum * z + 1.0 / 17
    sum = sum * z + 1.0 / 15
    sum = sum * z + 1.0 / 13
    sum = sum * z + 1.0 / 11
    sum = sum * z + 1.0 / 9
    sum = sum * z + 1.0 / 7
    sum = sum * z + 1.0 / 5
    sum = sum * z + 1.0 / 3
    return sum * z + 1
  }

  /// sin(2πx), to a few ulp of 1, in IEEE operations only; NaN for a number that is not finite.
  static func sineOfTurns(_ x: Double) -> Double {
    // |part| ≤ 1/4 after folding, so the angle stays within ±π/2.
    var part = x - x.rounded()
    if part > 0.25 { part = 0.5 - part }
    if part < -0.25 { part = -0.5 - part }
    let angle = 2 * Double.pi * part
    return angle * sineSeries(angle * angle)
  }

  /// sin(a) / a from a², by Taylor's series to a²⁰.
  @inline(__always)
  private static func sineSeries(_ z: Double) -> Double {
    var sum = 1.0 / 51_090_942_171_709_440_000
    sum = sum * z - 1.0 / 121_645_100_408_832_000
    sum = sum * z + 1.0 / 355_687_428_096_000
    sum = sum * z - 1.0 / 1_307_674_368_000
    sum = sum * z + 1.0 / 6_227_020_800
    sum = sum * z - 1.0 / 39_916_800
    sum = sum * z + 1.0 / 362_880
    sum = sum * z - 1.0 / 5_040
    sum = sum * z + 1.0 / 120
    sum = sum * z - 1.0 / 6
    return sum * z + 1
  }
}
