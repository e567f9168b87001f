/// How a reduction makes one cell of many: it folds pieces of them and joins what comes out.
///
/// A fold gives the same bits whichever way it walks and however the pieces fall to threads.
protocol CellFold: Sendable {
  associatedtype Cell: Scalar
  /// What is kept of a piece.
  associatedtype Partial: BitwiseCopyable, Sendable

  /// Folds the cells at the places of `range` of one nest.
  func walkRow(_ start: UnsafePointer<Cell>, _ nest: LoopNest, _ range: Range<Int>) -> Partial

  /// Does so for `width` starts `step` cells apart, walking along them, which are the nearer cells.
  func walkColumns(
    _ start: UnsafePointer<Cell>, width: Int, step: Int, _ nest: LoopNest, _ range: Range<Int>,
    into partials: UnsafeMutablePointer<Partial>
  ) throws(Interrupted)

  /// What is kept of the pieces together, in their order; each comes `step` after the other.
  func joined(_ partials: UnsafePointer<Partial>, count: Int, step: Int) -> Partial

  /// The cell that comes out.
  func cell(_ partial: Partial) -> Double
}
