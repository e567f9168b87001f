public import Kernels

/// Two cells that are not to each other as they should be.
public struct CellDifference: Hashable, Sendable {
  /// Where they lie.
  public let index: CellIndex
  /// The cell of the left value.
  public let left: Double
  /// The cell of the right value.
  public let right: Double

  /// How far the cells are apart; NaN if one is NaN.
  public var difference: Double { left == right ? 0 : (left - right).magnitude }
}

extension CellRelation {
  /// How close two values should be unless the user says otherwise: `.close(1e-9)` in f64, and
  /// `.close(1e-5)` where either is f32.
  public static func close(_ left: ElementType, _ right: ElementType) -> CellRelation {
    .close(left == .f32 || right == .f32 ? 1e-5 : 1e-9)
  }
}

extension CellSource {
  /// The first two cells, in row-major order, that differ.
  ///
  /// - Parameters:
  ///   - other: a value of the same shape; either may be a number, which stands for all cells.
  ///   - tolerance: how far apart they may be (`CellRelation.close`); nil wants the same cells.
  /// - Throws: `TensorError.shapesDiffer`.
  public func firstDifference(
    from other: any CellSource, tolerance: Double? = nil
  ) throws(TensorError) -> CellDifference? {
    try firstFailure(of: tolerance.map(CellRelation.close) ?? .equal, with: other)
  }

  /// The first two cells, in row-major order, of which the relation does not hold.
  ///
  /// - Parameter other: a value of the same shape; either may be a number, which stands for all
  ///   cells.
  /// - Throws: `TensorError.shapesDiffer`.
  public func firstFailure(
    of relation: CellRelation, with other: any CellSource
  ) throws(TensorError) -> CellDifference? {
    guard shape == other.shape || shape.rank == 0 || other.shape.rank == 0 else {
      throw .shapesDiffer(shape, other.shape)
    }
    let shape = shape.rank == 0 ? other.shape : shape
    guard let left = self as? Tensor, let right = other as? Tensor else {
      return try firstComputedFailure(of: relation, with: other, shape)
    }
    let (a, b) = try (left.broadcast(to: shape), right.broadcast(to: shape))
    do throws(Interrupted) {
      guard let place = try relation.firstFailure(a.cells, b.cells) else { return nil }
      let index = shape.index(at: place)
      return CellDifference(index: index, left: a.cell(index), right: b.cell(index))
    } catch {
      throw .interrupted
    }
  }

  private func firstComputedFailure(
    of relation: CellRelation, with other: any CellSource, _ shape: Shape
  ) throws(TensorError) -> CellDifference? {
    let number = CellIndex(rank: 0)
    for place in 0..<shape.count {
      if place & 0xFFF == 0, Interrupt.isRequested { throw .interrupted }
      let index = shape.index(at: place)
      let left = cell(self.shape.rank == 0 ? number : index)
      let right = other.cell(other.shape.rank == 0 ? number : index)
      if !relation.holds(left, right) {
        return CellDifference(index: index, left: left, right: right)
      }
    }
    return nil
  }
}
