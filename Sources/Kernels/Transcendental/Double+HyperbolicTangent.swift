extension Double {
  /// tanh x, to 0.95 ulp.
  ///
  /// Below 1 it is x + x³·p(x²), with a near minimax polynomial p (Remez, the coefficients rounded one
  /// by one); above, 1 − 2 / (e²ˣ + 1). Both are computed of |x|, and the sign is put back.
  @inline(__always)
  static func hyperbolicTangent(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
    let signs = bits & SIMD8<UInt64>(repeating: 1 << 63)
    let size = unsafeBitCast(bits ^ signs, to: SIMD8<Double>.self)
    let z = size * size
    var sum = SIMD8<Double>(repeating: 2.484902726915451e-08)
    sum = multiplyAdd(sum, z, -2.6089446791229324e-07)
    sum = multiplyAdd(sum, z, 1.3705774800530818e-06)
    sum = multiplyAdd(sum, z, -4.969428365492554e-06)
    sum = multiplyAdd(sum, z, 1.4580134884040675e-05)
    sum = multiplyAdd(sum, z, -3.8363743873909334e-05)
    sum = multiplyAdd(sum, z, 9.644423910546819e-05)
    sum = multiplyAdd(sum, z, -0.00023894737568725443)
    sum = multiplyAdd(sum, z, 0.0005899756200195992)
    sum = multiplyAdd(sum, z, -0.0014558236888625445)
    sum = multiplyAdd(sum, z, 0.003592126487075352)
    sum = multiplyAdd(sum, z, -0.008863235379705015)
    sum = multiplyAdd(sum, z, 0.021869488527090853)
    sum = multiplyAdd(sum, z, -0.05396825396795111)
    sum = multiplyAdd(sum, z, 0.1333333333333288)
    sum = multiplyAdd(sum, z, -0.3333333333333333)
    let below = multiplyAdd(size * z, sum, size)
    // From there on it is 1 to the last bit; NaN is not above.
    let (power, n) = splitExponential(
      2 * size.replacing(with: 20, where: size .> 20))
    let above = 1 - 2 / multiplyAdd(power, powerOfTwo(n), 1)
    let result = above.replacing(with: below, where: size .< 1)
    return unsafeBitCast(
      unsafeBitCast(result, to: SIMD8<UInt64>.self) | signs, to: SIMD8<Double>.self)
  }
}
