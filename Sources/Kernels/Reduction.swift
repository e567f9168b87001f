/// A way to make one cell of many.
public enum ReductionKind: Sendable, Hashable, CaseIterable {
  case sum, max, min, argmax
}

/// Sums, extremes and their places over some of a view's dimensions.
public enum Reduction {
  /// Reduces the dimensions of `reduced` for every cell of the dimensions of `kept`.
  ///
  /// Both views start at the same cell of the operand; between them they hold its dimensions.
  /// Sums are taken in f64, in an order that depends on the shape alone. The first of equal extremes
  /// wins, and a NaN wins over all.
  ///
  /// - Parameters:
  ///   - kept: the operand with the reduced dimensions left out.
  ///   - reduced: the operand with the kept dimensions left out; it must not be empty for an extreme.
  ///   - result: a view of the shape of `kept`; of type f64 for `argmax`, which counts the reduced
  ///     cells in row-major order, else of the operand's type.
  public static func reduce(
    _ kind: ReductionKind, kept: Cells, reduced: Cells, into result: Cells
  ) throws(Interrupted) {
    try reduce(kind, along: ReductionWalk(kept: kept, reduced: reduced, into: result))
  }

  /// Reduces along a walk that is known.
  public static func reduce(_ kind: ReductionKind, along walk: ReductionWalk) throws(Interrupted) {
    switch (walk.kept.storage.elementType, walk.result.elementType) {
    case (.f32, .f32): try reduce(kind, Float.self, Float.self, walk)
    case (.f32, .f64): try reduce(kind, Float.self, Double.self, walk)
    case (.f64, .f32): try reduce(kind, Double.self, Float.self, walk)
    case (.f64, .f64): try reduce(kind, Double.self, Double.self, walk)
    }
  }

  private static func reduce<S: Scalar, R: Scalar>(
    _ kind: ReductionKind, _: S.Type, _ type: R.Type, _ walk: ReductionWalk
  ) throws(Interrupted) {
    switch kind {
    case .sum: try fold(SumFold<S>(), type, walk)
    case .max, .min, .argmax:
      let extreme = ExtremeFold<S>(isLargest: kind != .min, givesPlace: kind == .argmax)
      try fold(extreme, type, walk)
    }
  }

  /// Folds pieces of the reduced cells for chunks of the kept ones, each on the next free thread.
  private static func fold<Fold: CellFold, R: Scalar>(
    _ fold: Fold, _: R.Type, _ walk: ReductionWalk
  ) throws(Interrupted) {
    let (grid, kept) = (walk.grid, walk.kept)
    try Interrupt.check()
    guard grid.outer.count > 0 else { return }
    let partials = Scratch<Fold.Partial>(count: grid.outer.count * grid.pieces)
    try grid.forEachTask { (places: Range<Int>, piece: Int) throws(Interrupted) in
      try grid.run(fold, places, piece, kept, into: partials.pointer + piece * grid.outer.count)
    }
    walk.result.willWrite()
    let step = grid.outer.rowStrides.result
    try grid.outer.forEachPiece { range in
      var partial = partials.pointer + range.lowerBound
      grid.outer.forEachRun(in: range) { at, count in
        let cells = walk.result.pointer(R.self) + at.result
        for i in 0..<count {
          let whole =
            grid.pieces == 1
            ? partial[i] : fold.joined(partial + i, count: grid.pieces, step: grid.outer.count)
          cells[i &* step] = R(fold.cell(whole))
        }
        partial += count
      }
    }
  }
}
