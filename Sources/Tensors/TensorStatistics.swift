public import Kernels

/// What a summary line says of a tensor: counts, extremes, mean and deviation, with places.
///
/// The mean, the deviation and the extremes are those of the finite cells.
@dynamicMemberLookup
public struct TensorStatistics: Hashable, Sendable {
  /// The shape of the tensor.
  public let shape: Shape
  private let cells: CellStatistics

  init(_ cells: CellStatistics, _ shape: Shape) {
    self.cells = cells
    self.shape = shape
  }

  /// The counts and numbers.
  public subscript<Value>(dynamicMember member: KeyPath<CellStatistics, Value>) -> Value {
    cells[keyPath: member]
  }

  /// Where the first of the smallest finite cells lies.
  public var leastIndex: CellIndex? { cells.leastPlace.map(shape.index) }
  /// Where the first of the largest finite cells lies.
  public var largestIndex: CellIndex? { cells.largestPlace.map(shape.index) }
  /// Where the first NaN lies.
  public var firstNaNIndex: CellIndex? { cells.firstNaN.map(shape.index) }
  /// Where the first infinity lies.
  public var firstInfinityIndex: CellIndex? { cells.firstInfinity.map(shape.index) }
}

extension Tensor {
  /// Looks at every cell once.
  ///
  /// - Throws: `TensorError.interrupted`.
  public func statistics() throws(TensorError) -> TensorStatistics {
    do throws(Interrupted) {
      return TensorStatistics(try CellStatistics(cells), shape)
    } catch {
      throw .interrupted
    }
  }
}
