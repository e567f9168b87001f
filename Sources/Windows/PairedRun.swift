public import Kernels

/// Cells evenly apart in one block, each paired with one evenly apart in another: the inner loop of
/// everything that slides a window without a matrix product.
@frozen
public struct PairedRun: Hashable, Sendable {
  /// How many pairs there are.
  public let count: Int
  /// The place of the first cell that is written.
  public let target: Int
  /// From one cell that is written to the next.
  public let targetStep: Int
  /// The place of the first cell that is read.
  public let source: Int
  /// From one cell that is read to the next.
  public let sourceStep: Int

  /// Makes a run.
  @inlinable
  public init(count: Int, target: Int, targetStep: Int, source: Int, sourceStep: Int) {
    self.count = count
    self.target = target
    self.targetStep = targetStep
    self.source = source
    self.sourceStep = sourceStep
  }

  /// Sets every cell of the target to what `combine` makes of it and its partner.
  ///
  /// The two ends of the run are checked against the blocks, the cells between them no more.
  @inlinable
  @inline(__always)
  public func replay<S: Scalar>(
    from cells: Span<S>, into result: inout MutableSpan<S>, _ combine: (S, S) -> S
  ) {
    guard count > 0 else { return }
    precondition(
      cells.indices.contains(source)
        && cells.indices.contains(source &+ (count &- 1) &* sourceStep)
        && result.indices.contains(target)
        && result.indices.contains(target &+ (count &- 1) &* targetStep))
    if sourceStep == 1, targetStep == 1 {
      for place in 0..<count {
        result[unchecked: target &+ place] = combine(
          result[unchecked: target &+ place], cells[unchecked: source &+ place])
      }
    } else {
      for place in 0..<count {
        result[unchecked: target &+ place &* targetStep] = combine(
          result[unchecked: target &+ place &* targetStep],
          cells[unchecked: source &+ place &* sourceStep])
      }
    }
  }
}
