internal import CSystem

/// A cell that the matmul tile computes with, and its 64-byte vector.
///
/// The vector is as wide on every processor; a narrower one takes it in two or four parts, and the
/// tile has fewer of them. The members are written out for each type: a generic `addProduct`
/// does not become one instruction.
protocol TileCell: Scalar {
  associatedtype Vector: SIMD where Vector.Scalar == Self
  /// Half a vector.
  associatedtype Half: SIMD where Half.Scalar == Self

  /// Cells a vector.
  static var lanes: Int { get }

  /// Adds `a · b` to `sum`: in one rounding where the processor has an instruction for it.
  static func addProduct(_ sum: inout Vector, _ a: Self, _ b: Vector)

  /// Adds `a · b` to `sum`, lane by lane.
  static func addProduct(_ sum: inout Vector, _ a: Vector, _ b: Vector)

  /// Adds all lanes up, two and two.
  static func laneSum(_ a: Vector) -> Self

  /// Adds lane by lane.
  static func add(_ a: Vector, _ b: Vector) -> Vector

  /// Takes the lanes 0, 2, 4, … of two vectors side by side.
  static func evenLanes(_ a: Vector, _ b: Vector) -> Vector

  /// Takes the lanes 1, 3, 5, … of two vectors side by side.
  static func oddLanes(_ a: Vector, _ b: Vector) -> Vector
}

extension TileCell {
  /// The vector at any place.
  @inline(__always)
  static func load(_ place: UnsafePointer<Self>) -> Vector {
    UnsafeRawPointer(place).loadUnaligned(as: Vector.self)
  }

  /// Writes a vector to any place.
  @inline(__always)
  static func store(_ vector: Vector, _ place: UnsafeMutablePointer<Self>) {
    UnsafeMutableRawPointer(place).storeBytes(of: vector, as: Vector.self)
  }
}

extension Float: TileCell {
  typealias Half = SIMD8<Float>

  @inline(__always) static var lanes: Int { 16 }

  @inline(__always)
  static func addProduct(_ sum: inout SIMD16<Float>, _ a: Float, _ b: SIMD16<Float>) {
    if VectorLevel.hasFusedMultiplyAdd {
      sum.addProduct(SIMD16(repeating: a), b)
    } else {
      sum += a * b
    }
  }

  @inline(__always)
  static func addProduct(_ sum: inout SIMD16<Float>, _ a: SIMD16<Float>, _ b: SIMD16<Float>) {
    if VectorLevel.hasFusedMultiplyAdd {
      sum.addProduct(a, b)
    } else {
      sum += a * b
    }
  }

  @inline(__always)
  static func laneSum(_ a: SIMD16<Float>) -> Float {
    let eight = a.lowHalf + a.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  @inline(__always)
  static func add(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> { a + b }

  @inline(__always)
  static func evenLanes(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
    patchwork_even_lanes(a, b)
  }

  @inline(__always)
  static func oddLanes(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
    patchwork_odd_lanes(a, b)
  }
}

extension Double: TileCell {
  typealias Half = SIMD4<Double>

  @inline(__always) static var lanes: Int { 8 }

  @inline(__always)
  static func addProduct(_ sum: inout SIMD8<Double>, _ a: Double, _ b: SIMD8<Double>) {
    if VectorLevel.hasFusedMultiplyAdd {
      sum.addProduct(SIMD8(repeating: a), b)
    } else {
      sum += a * b
    }
  }

  @inline(__always)
  static func addProduct(_ sum: inout SIMD8<Double>, _ a: SIMD8<Double>, _ b: SIMD8<Double>) {
    if VectorLevel.hasFusedMultiplyAdd {
      sum.addProduct(a, b)
    } else {
      sum += a * b
    }
  }

  @inline(__always)
  static func laneSum(_ a: SIMD8<Double>) -> Double {
    let four = a.lowHalf + a.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  @inline(__always)
  static func add(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> { a + b }

  @inline(__always)
  static func evenLanes(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    patchwork_even_lanes_f64(a, b)
  }

  @inline(__always)
  static func oddLanes(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    patchwork_odd_lanes_f64(a, b)
  }
}
