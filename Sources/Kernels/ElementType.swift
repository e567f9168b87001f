/// The type of a tensor's cells.
public enum ElementType: UInt8, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// IEEE 754 binary32.
  case f32
  /// IEEE 754 binary64.
  case f64

  /// Bytes a cell.
  public var byteCount: Int { self == .f32 ? 4 : 8 }

  /// The name the language uses: `f32` or `f64`.
  public var description: String { self == .f32 ? "f32" : "f64" }
}

/// A Swift type that can be a tensor's cell.
public protocol Scalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable, BitwiseCopyable {
  /// The element type whose cells this type holds.
  static var elementType: ElementType { get }
}

extension Float: Scalar {
  /// `f32`.
  public static var elementType: ElementType { .f32 }
}

extension Double: Scalar {
  /// `f64`.
  public static var elementType: ElementType { .f64 }
}
