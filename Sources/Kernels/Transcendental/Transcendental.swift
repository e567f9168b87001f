internal import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions a kernel needs of its scalar type, a vector at a time where they are
/// common.
///
/// The vector functions take any numbers: NaN gives NaN, and infinities, zeros and subnormal numbers
/// what they give in mathematics. Each lane is computed alike, so that a number's function does not
/// depend on where it lies. Errors are stated in ulp, the distance between neighbouring numbers at the
/// exact result; `f32` errors are over all numbers, `f64` errors over some 10⁸ of them.
protocol Transcendental: TileCell {
  /// eˣ.
  static func exponential(_ x: Vector) -> Vector
  /// ln x; -∞ for 0 and NaN below.
  static func logarithm(_ x: Vector) -> Vector
  /// tanh x.
  static func hyperbolicTangent(_ x: Vector) -> Vector
  /// 1 / (1 + e⁻ˣ).
  static func logistic(_ x: Vector) -> Vector

  /// The square root, rounded correctly; a loop over it becomes one in vectors.
  static func squareRoot(_ x: Self) -> Self
  static func logarithm(_ x: Self) -> Self
  static func raise(_ base: Self, _ exponent: Self) -> Self
}

extension Float: Transcendental {
  @inline(__always)
  static func squareRoot(_ x: Float) -> Float { patchwork_square_root_f32(x) }
  static func logarithm(_ x: Float) -> Float { logf(x) }
  static func raise(_ base: Float, _ exponent: Float) -> Float { powf(base, exponent) }

  /// a · b + c, in one rounding where the processor has an instruction for it.
  @inline(__always)
  static func multiplyAdd(
    _ a: SIMD16<Float>, _ b: SIMD16<Float>, _ c: SIMD16<Float>
  ) -> SIMD16<Float> {
    VectorLevel.hasFusedMultiplyAdd ? c.addingProduct(a, b) : a * b + c
  }

  /// a · x + c for a factor that was computed and a number that is fixed.
  @inline(__always)
  static func multiplyAdd(_ a: SIMD16<Float>, _ x: SIMD16<Float>, _ c: Float) -> SIMD16<Float> {
    multiplyAdd(a, x, SIMD16(repeating: c))
  }
}

extension Double: Transcendental {
  @inline(__always)
  static func squareRoot(_ x: Double) -> Double { patchwork_square_root_f64(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func raise(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// a · b + c, in one rounding where the processor has an instruction for it.
  @inline(__always)
  static func multiplyAdd(
    _ a: SIMD8<Double>, _ b: SIMD8<Double>, _ c: SIMD8<Double>
  ) -> SIMD8<Double> {
    VectorLevel.hasFusedMultiplyAdd ? c.addingProduct(a, b) : a * b + c
  }

  /// a · x + c for a factor that was computed and a number that is fixed.
  @inline(__always)
  static func multiplyAdd(_ a: SIMD8<Double>, _ x: SIMD8<Double>, _ c: Double) -> SIMD8<Double> {
    multiplyAdd(a, x, SIMD8(repeating: c))
  }
}

extension Elementwise {
  /// The square roots of eight numbers, each rounded correctly.
  public static func squareRoots(_ x: SIMD8<Double>) -> SIMD8<Double> {
    var roots = SIMD8<Double>()
    for lane in 0..<8 { roots[lane] = Double.squareRoot(x[lane]) }
    return roots
  }
}
