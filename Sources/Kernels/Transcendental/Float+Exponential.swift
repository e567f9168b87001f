extension Float {
  /// eˣ, to 0.99 ulp.
  ///
  /// x = n·ln 2 + r with |r| ≤ ln 2 / 2; eʳ = 1 + r + r²·q(r), and 2ⁿ goes into the exponent in two
  /// halves, so that subnormal results are rounded once and large ones overflow. The polynomial q is
  /// near minimax (Remez, the coefficients rounded one by one): it adds an error of 3e-10.
  @inline(__always)
  static func exponential(_ x: SIMD16<Float>) -> SIMD16<Float> {
    // Past these everything overflows or vanishes; NaN is neither above nor below.
    let x = x.replacing(with: 89, where: x .> 89)
      .replacing(with: -104, where: x .< -104)
    let (power, n) = splitExponential(x)
    // The shifts are unsigned: 256 makes every n positive.
    let half = (n &+ 256) &>> 1 &- 128
    return power * powerOfTwo(half) * powerOfTwo(n &- half)
  }

  /// eʳ in 0.7…1.42 and n, such that eˣ is eʳ·2ⁿ; x is below 2²⁰ in magnitude, or NaN.
  @inline(__always)
  static func splitExponential(_ x: SIMD16<Float>) -> (power: SIMD16<Float>, n: SIMD16<UInt32>) {
    // Adding 1.5·2^23 rounds to a whole number and leaves it in the low bits.
    let shifter = SIMD16<Float>(repeating: 0x1.8p23)
    let shifted = multiplyAdd(x, SIMD16<Float>(repeating: 1.442695), shifter)
    let whole = shifted - shifter
    // n times the first part of ln 2 is exact; the second part is what it lacks.
    let near = multiplyAdd(whole, SIMD16<Float>(repeating: -0.693359375), x)
    let r = multiplyAdd(whole, SIMD16<Float>(repeating: 2.1219444e-4), near)
    var sum = SIMD16<Float>(repeating: 0.00019969649)
    sum = multiplyAdd(sum, r, 0.0013930867)
    sum = multiplyAdd(sum, r, 0.00833318)
    sum = multiplyAdd(sum, r, 0.041666508)
    sum = multiplyAdd(sum, r, 0.16666667)
    sum = multiplyAdd(sum, r, 0.5)
    let power = multiplyAdd(r * r, sum, r) + 1
    return (power, unsafeBitCast(shifted, to: SIMD16<UInt32>.self) &- 0x4B40_0000)
  }

  /// 2ⁿ for the exponent n of a normal number.
  @inline(__always)
  static func powerOfTwo(_ n: SIMD16<UInt32>) -> SIMD16<Float> {
    unsafeBitCast((n &+ 127) &<< 23, to: SIMD16<Float>.self)
  }

  /// 1 / (1 + e⁻ˣ), to 2.5 ulp.
  ///
  /// The exponential of a large number would overflow, so that of -|x| is taken.
  @inline(__always)
  static func logistic(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let isNegative = x .< 0
    let small = exponential(x.replacing(with: -x, where: .!isNegative))
    let above = SIMD16<Float>(repeating: 1).replacing(with: small, where: isNegative)
    return above / (1 + small)
  }
}
