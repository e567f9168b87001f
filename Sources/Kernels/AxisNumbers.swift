/// A number for each of up to eight dimensions, held where memory of ordinary alignment will do.
///
/// A vector of eight numbers would make whatever keeps it, the values of a graph above all, be
/// allocated at 64 bytes, which takes several times as long as an ordinary allocation.
@frozen
public struct AxisNumbers: Hashable, Sendable {
  @usableFromInline let first: SIMD2<Int>
  @usableFromInline let second: SIMD2<Int>
  @usableFromInline let third: SIMD2<Int>
  @usableFromInline let fourth: SIMD2<Int>

  /// Keeps the numbers of a vector.
  @inlinable
  @inline(__always)
  public init(_ numbers: SIMD8<Int>) {
    first = numbers.lowHalf.lowHalf
    second = numbers.lowHalf.highHalf
    third = numbers.highHalf.lowHalf
    fourth = numbers.highHalf.highHalf
  }

  /// The numbers, to compute with.
  @inlinable
  public var vector: SIMD8<Int> {
    @inline(__always) get {
      SIMD8(
        lowHalf: SIMD4(lowHalf: first, highHalf: second),
        highHalf: SIMD4(lowHalf: third, highHalf: fourth))
    }
  }

  /// Whether all numbers are the same.
  @inlinable
  @inline(__always)
  public static func == (left: AxisNumbers, right: AxisNumbers) -> Bool {
    all(left.vector .== right.vector)
  }
}
