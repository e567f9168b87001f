internal import CSystem

/// Sixteen f32 cells, with the arithmetic of transforms: one instruction each, or two of half the
/// width.
struct FloatVector {
  let lanes: SIMD16<Float>

  static var count: Int { 16 }

  @inline(__always)
  init(_ lanes: SIMD16<Float>) { self.lanes = lanes }

  @inline(__always)
  init(repeating cell: Float) { lanes = patchwork_repeat_lane(cell) }

  /// Reads cells that lie side by side.
  @inline(__always)
  init(_ place: UnsafePointer<Float>) {
    lanes = UnsafeRawPointer(place).loadUnaligned(as: SIMD16<Float>.self)
  }

  /// Writes the cells side by side.
  @inline(__always)
  func store(_ place: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(place).storeBytes(of: lanes, as: SIMD16<Float>.self)
  }

  @inline(__always)
  static func + (a: FloatVector, b: FloatVector) -> FloatVector {
    FloatVector(patchwork_add_lanes(a.lanes, b.lanes))
  }

  @inline(__always)
  static func - (a: FloatVector, b: FloatVector) -> FloatVector {
    FloatVector(patchwork_subtract_lanes(a.lanes, b.lanes))
  }

  @inline(__always)
  static func * (a: Float, b: FloatVector) -> FloatVector {
    FloatVector(patchwork_scale_lanes(a, b.lanes))
  }

  /// The cells where a mask's bits are 1, and 0 where they are 0, whatever the cell is.
  @inline(__always)
  func masked(_ mask: SIMD16<UInt32>) -> FloatVector {
    FloatVector(patchwork_mask_lanes(lanes, mask))
  }

  /// The cells at even places of this vector and the next one.
  @inline(__always)
  func evens(_ next: FloatVector) -> FloatVector {
    FloatVector(patchwork_even_lanes(lanes, next.lanes))
  }

  /// The cells at odd places of this vector and the next one.
  @inline(__always)
  func odds(_ next: FloatVector) -> FloatVector {
    FloatVector(patchwork_odd_lanes(lanes, next.lanes))
  }

  /// Cells of this vector and of another one in turns.
  @inline(__always)
  func zipped(_ other: FloatVector) -> (FloatVector, FloatVector) {
    (
      FloatVector(patchwork_zip_low(lanes, other.lanes)),
      FloatVector(patchwork_zip_high(lanes, other.lanes))
    )
  }
}
