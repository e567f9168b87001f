extension Float {
  /// ln x, to 0.83 ulp.
  ///
  /// x = 2ᵏ·(1 + f) with 1 + f in √½…√2; with s = f / (2 + f) is ln(1 + f) = 2·artanh s =
  /// f − (f²/2 − s·(f²/2 + R)), R = s²·p(s²) (Ng, FreeBSD's `e_log.c`, 1993). The polynomial p is near
  /// minimax (Remez, the coefficients rounded one by one).
  @inline(__always)
  static func logarithm(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let isTiny = x .< SIMD16<Float>(repeating: .leastNormalMagnitude)
    let normal = x.replacing(with: x * 0x1p25, where: isTiny)
    // A one goes into the exponent's field where the significand passes √2.
    let bits = unsafeBitCast(normal, to: SIMD16<UInt32>.self) &+ (0x3F80_0000 &- 0x3F35_04F3)
    let exponent = wholeNumber((bits &>> 23) &- 127)
    let k = exponent.replacing(with: exponent - 25, where: isTiny)
    let f = unsafeBitCast((bits & 0x007F_FFFF) &+ 0x3F35_04F3, to: SIMD16<Float>.self) - 1
    let s = f / (2 + f)
    let z = s * s
    var sum = SIMD16<Float>(repeating: 0.22576578)
    sum = multiplyAdd(sum, z, 0.2858965)
    sum = multiplyAdd(sum, z, 0.3999955)
    sum = multiplyAdd(sum, z, 0.6666667)
    let half = 0.5 * f * f
    let rest = multiplyAdd(s, multiplyAdd(sum, z, half), k * -2.1219444e-4)
    let result = multiplyAdd(k, SIMD16<Float>(repeating: 0.693359375), f - (half - rest))
    return result.replacing(with: -.infinity, where: x .== 0)
      .replacing(with: .nan, where: .!(x .>= 0))
      .replacing(with: .infinity, where: x .== .infinity)
  }

  /// A whole number of less than 22 bits as a floating-point number.
  @inline(__always)
  private static func wholeNumber(_ bits: SIMD16<UInt32>) -> SIMD16<Float> {
    unsafeBitCast(bits &+ 0x4B40_0000, to: SIMD16<Float>.self) - 0x1.8p23
  }
}
