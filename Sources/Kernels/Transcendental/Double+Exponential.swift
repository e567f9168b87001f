extension Double {
  /// eˣ, to 0.97 ulp.
  ///
  /// x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ = 1 + r + r²·q(r), and 2ⁿ goes into the exponent in two
  /// halves, so that subnormal results are rounded once and large ones overflow. The polynomial q is
  /// near minimax (Remez, the coefficients rounded one by one): it adds an error of 2.2e-19.
  @inline(__always)
  static func exponential(_ x: SIMD8<Double>) -> SIMD8<Double> {
    // Past these everything overflows or vanishes; NaN is neither above nor below.
    let x = x.replacing(with: 710, where: x .> 710)
      .replacing(with: -746, where: x .< -746)
    let (power, n) = splitExponential(x)
    // The shifts are unsigned: 2048 makes every n positive.
    let half = (n &+ 2048) &>> 1 &- 1024
    return power * powerOfTwo(half) * powerOfTwo(n &- half)
  }

  /// eʳ in 0.7…1.42 and n, such that eˣ is eʳ·2ⁿ; x is below 2²⁰ in magnitude, or NaN.
  @inline(__always)
  static func splitExponential(_ x: SIMD8<Double>) -> (power: SIMD8<Double>, n: SIMD8<UInt64>) {
    // Adding 1.5·2^52 rounds to a whole number and leaves it in the low bits.
    let shifter = SIMD8<Double>(repeating: 0x1.8p52)
    let shifted = multiplyAdd(x, SIMD8<Double>(repeating: 1.4426950408889634), shifter)
    let whole = shifted - shifter
    // n times the first part of ln 2 is exact; the second part is what it lacks.
    let near = multiplyAdd(whole, SIMD8<Double>(repeating: -0x1.62E42FEEp-1), x)
    let r = multiplyAdd(whole, SIMD8<Double>(repeating: -1.9082149292705877e-10), near)
    var sum = SIMD8<Double>(repeating: 2.0916384639192618e-09)
    sum = multiplyAdd(sum, r, 2.5105450665496886e-08)
    sum = multiplyAdd(sum, r, 2.755726888634715e-07)
    sum = multiplyAdd(sum, r, 2.7557254736602966e-06)
    sum = multiplyAdd(sum, r, 2.4801587330039663e-05)
    sum = multiplyAdd(sum, r, 0.00019841269875470243)
    sum = multiplyAdd(sum, r, 0.0013888888888882154)
    sum = multiplyAdd(sum, r, 0.008333333333325884)
    sum = multiplyAdd(sum, r, 0.04166666666666667)
    sum = multiplyAdd(sum, r, 0.1666666666666667)
    sum = multiplyAdd(sum, r, 0.5)
    let power = multiplyAdd(r * r, sum, r) + 1
    return (power, unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &- 0x4338_0000_0000_0000)
  }

  /// 2ⁿ for the exponent n of a normal number.
  @inline(__always)
  static func powerOfTwo(_ n: SIMD8<UInt64>) -> SIMD8<Double> {
    unsafeBitCast((n &+ 1023) &<< 52, to: SIMD8<Double>.self)
  }

  /// 1 / (1 + e⁻ˣ), to 2.3 ulp.
  ///
  /// The exponential of a large number would overflow, so that of -|x| is taken.
  @inline(__always)
  static func logistic(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let isNegative = x .< 0
    let small = exponential(x.replacing(with: -x, where: .!isNegative))
    let above = SIMD8<Double>(repeating: 1).replacing(with: small, where: isNegative)
    return above / (1 + small)
  }
}
