extension Float {
  /// tanh x, to 0.95 ulp.
  ///
  /// Below 1 it is x + x³·p(x²), with a near minimax polynomial p (Remez, the coefficients rounded one
  /// by one); above, 1 − 2 / (e²ˣ + 1). Both are computed of |x|, and the sign is put back.
  @inline(__always)
  static func hyperbolicTangent(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self)
    let signs = bits & SIMD16<UInt32>(repeating: 1 << 31)
    let size = unsafeBitCast(bits ^ signs, to: SIMD16<Float>.self)
    let z = size * size
    var sum = SIMD16<Float>(repeating: 0.00015632507)
    sum = multiplyAdd(sum, z, -0.00097401795)
    sum = multiplyAdd(sum, z, 0.0032821787)
    sum = multiplyAdd(sum, z, -0.008755063)
    sum = multiplyAdd(sum, z, 0.021852776)
    sum = multiplyAdd(sum, z, -0.053968247)
    sum = multiplyAdd(sum, z, 0.13333355)
    sum = multiplyAdd(sum, z, -0.33333334)
    let below = multiplyAdd(size * z, sum, size)
    // From there on it is 1 to the last bit; NaN is not above.
    let (power, n) = splitExponential(
      2 * size.replacing(with: 10, where: size .> 10))
    let above = 1 - 2 / multiplyAdd(power, powerOfTwo(n), 1)
    let result = above.replacing(with: below, where: size .< 1)
    return unsafeBitCast(
      unsafeBitCast(result, to: SIMD16<UInt32>.self) | signs, to: SIMD16<Float>.self)
  }
}
