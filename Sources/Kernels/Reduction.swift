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
    switch (kept.storage.elementType, result.storage.elementType) {
    case (.f32, .f32): try reduce(kind, Float.self, Float.self, kept, reduced, result)
    case (.f32, .f64): try reduce(kind, Float.self, Double.self, kept, reduced, result)
    case (.f64, .f32): try reduce(kind, Double.self, Float.self, kept, reduced, result)
    case (.f64, .f64): try reduce(kind, Double.self, Double.self, kept, reduced, result)
    }
  }

  private static func reduce<S: Scalar, R: Scalar>(
    _ kind: ReductionKind, _: S.Type, _: R.Type, _ kept: Cells, _ reduced: Cells, _ result: Cells
  ) throws(Interrupted) {
    let x = kept.storage.pointer(S.self)
    let y = result.storage.pointer(R.self)
    let outer = LoopNest(result, kept, kept)
    let inner = LoopNest(reduced, reduced, reduced)
    let step = outer.rowStrides
    var failure: Interrupted?
    try outer.forEachRow { at in
      for i in 0..<outer.rowLength where failure == nil {
        let start = x + (at.first + i * step.first - kept.offset)
        do throws(Interrupted) {
          let cell =
            switch kind {
            case .sum: try sum(start, inner)
            case .max: try extreme(start, inner, reduced) { $0 > $1 }.value
            case .min: try extreme(start, inner, reduced) { $0 < $1 }.value
            case .argmax: Double(try extreme(start, inner, reduced) { $0 > $1 }.place)
            }
          y[at.result + i * step.result] = R(cell)
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
  }

  @inline(__always)
  private static func sum<S: Scalar>(
    _ cells: UnsafePointer<S>, _ nest: LoopNest
  ) throws(Interrupted) -> Double {
    var total = 0.0
    let count = nest.rowLength
    let step = nest.rowStrides.first
    try nest.forEachRow { at in
      let row = cells + at.first
      var lanes = SIMD8<Double>.zero
      var i = 0
      while i + 8 <= count {
        var chunk = SIMD8<Double>.zero
        for lane in 0..<8 { chunk[lane] = Double(row[(i + lane) * step]) }
        lanes += chunk
        i += 8
      }
      var rowTotal = lanes.sum()
      while i < count {
        rowTotal += Double(row[i * step])
        i += 1
      }
      total += rowTotal
    }
    return total
  }

  /// The first cell that no other beats, and how many row-major steps it lies from the start.
  @inline(__always)
  private static func extreme<S: Scalar>(
    _ cells: UnsafePointer<S>, _ nest: LoopNest, _ view: Cells, beats: (S, S) -> Bool
  ) throws(Interrupted) -> (value: Double, place: Int) {
    var best = cells[view.offset]
    var place = 0
    var visited = 0
    let count = nest.rowLength
    let step = nest.rowStrides.first
    try nest.forEachRow { at in
      for i in 0..<count {
        let cell = cells[at.first + i * step]
        if (beats(cell, best) || cell.isNaN) && !best.isNaN {
          best = cell
          place = visited + i
        }
      }
      visited += count
    }
    return (Double(best), place)
  }
}
