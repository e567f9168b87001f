extension Double {
  /// ln x, to 0.78 ulp.
  ///
  /// x = 2ᵏ·(1 + f) with 1 + f in √½…√2; with s = f / (2 + f) is ln(1 + f) = 2·artanh s =
  /// f − (f²/2 − s·(f²/2 + R)), R = s²·p(s²) (Ng, FreeBSD's `e_log.c`, 1993). The polynomial p is near
  /// minimax (Remez, the coefficients rounded one by one).
  @inline(__always)
  static func logarithm(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let isTiny = x .< SIMD8<Double>(repeating: .leastNormalMagnitude)
    let normal = x.replacing(with: x * 0x1p54, where: isTiny)
    // A one goes into the exponent's field where the significand passes √2.
    let bits =
      unsafeBitCast(normal, to: SIMD8<UInt64>.self)
      &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
    let exponent = wholeNumber((bits &>> 52) &- 1023)
    let k = exponent.replacing(with: exponent - 54, where: isTiny)
    let f =
      unsafeBitCast((bits & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD, to: SIMD8<Double>.self)
      - 1
    let s = f / (2 + f)
    let z = s * s
    var sum = SIMD8<Double>(repeating: 0.1328640322560398)
    sum = multiplyAdd(sum, z, 0.13246723282145553)
    sum = multiplyAdd(sum, z, 0.15387213158865362)
    sum = multiplyAdd(sum, z, 0.18181773754702688)
    sum = multiplyAdd(sum, z, 0.22222222655208831)
    sum = multiplyAdd(sum, z, 0.2857142856917514)
    sum = multiplyAdd(sum, z, 0.40000000000005315)
    sum = multiplyAdd(sum, z, 0.6666666666666666)
    let half = 0.5 * f * f
    let rest = multiplyAdd(s, multiplyAdd(sum, z, half), k * 1.9082149292705877e-10)
    let result = multiplyAdd(k, SIMD8<Double>(repeating: 0x1.62E42FEEp-1), f - (half - rest))
    return result.replacing(with: -.infinity, where: x .== 0)
      .replacing(with: .nan, where: .!(x .>= 0))
      .replacing(with: .infinity, where: x .== .infinity)
  }

  /// A whole number of less than 51 bits as a floating-point number.
  @inline(__always)
  private static func wholeNumber(_ bits: SIMD8<UInt64>) -> SIMD8<Double> {
    unsafeBitCast(bits &+ 0x4338_0000_0000_0000, to: SIMD8<Double>.self) - 0x1.8p52
  }
}
