#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The elementary functions a kernel needs of its scalar type.
protocol Transcendental: Scalar {
  static func exponential(_ x: Self) -> Self
  static func logarithm(_ x: Self) -> Self
  static func hyperbolicTangent(_ x: Self) -> Self
  static func raise(_ base: Self, _ exponent: Self) -> Self
}

extension Float: Transcendental {
  static func exponential(_ x: Float) -> Float { expf(x) }
  static func logarithm(_ x: Float) -> Float { logf(x) }
  static func hyperbolicTangent(_ x: Float) -> Float { tanhf(x) }
  static func raise(_ base: Float, _ exponent: Float) -> Float { powf(base, exponent) }
}

extension Double: Transcendental {
  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
  static func raise(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
