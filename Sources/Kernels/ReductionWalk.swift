/// The views of a reduction, and how it is cut: found once, walked as often as the cells change.
public struct ReductionWalk: Sendable {
  let grid: ReductionGrid
  let kept: Cells
  let result: Storage

  /// Looks at the views that `Reduction.reduce` takes.
  public init(kept: Cells, reduced: Cells, into result: Cells) {
    grid = ReductionGrid(kept: kept, reduced: reduced, result: result)
    (self.kept, self.result) = (kept, result.storage)
  }
}
