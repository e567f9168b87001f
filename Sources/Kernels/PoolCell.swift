/// A cell that pools compute with, a vector at a time. The members are written out for each type: see
/// `TileCell`.
protocol PoolCell: TileCell {
  /// The larger of each two lanes; a NaN is larger than any number, and the first of two NaNs stays.
  static func larger(_ largest: Vector, _ pixel: Vector) -> Vector

  /// Makes `pixel` the largest where it is larger, and `tap` the winner there.
  static func update(
    _ largest: inout Vector, _ winner: inout Vector, with pixel: Vector, of tap: Self)

  /// The gradients of the pixels at the left and right of windows two pixels wide and two high.
  static func gradients(
    _ pixels: InlineArray<4, Vector>, _ upstream: Vector, _ ties: PoolTies
  ) -> InlineArray<4, Vector>

  /// Divides lane by lane.
  static func divide(_ a: Vector, _ b: Vector) -> Vector

  /// The lanes of two vectors in turn.
  static func inTurn(_ a: Vector, _ b: Vector) -> (Vector, Vector)
}

/// Where the gradient of a maximum goes that several pixels share. Of NaNs it is always the first.
public enum PoolTies: Sendable {
  /// To the first of them.
  case first
  /// To all in equal parts.
  case split
  /// Whole to all.
  case all
}
