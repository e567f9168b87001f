/// What two cells can be to each other.
public enum CellRelation: Hashable, Sendable {
  /// The same number, or NaN both; 0 and -0 are the same.
  case equal
  /// No further apart than tolerance · (1 + |right|), or the same.
  ///
  /// Absolute near 0 and relative far from it. Every number is close to itself, infinities and NaN
  /// too, and no other number is close to an infinity or to NaN. Which of two is the right one can
  /// matter, and numbers close to a third need not be close to each other.
  case close(Double)
  /// Below; a NaN is not.
  case less
  /// Below or the same number; a NaN is not.
  case lessOrEqual
  /// Above; a NaN is not.
  case greater
  /// Above or the same number; a NaN is not.
  case greaterOrEqual

  /// Whether the relation holds.
  @inline(__always)
  public func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .equal: Self.same(left, right)
    case .close(let tolerance): Self.close(left, right, tolerance)
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  @inline(__always)
  private static func same(_ left: Double, _ right: Double) -> Bool {
    left == right || (left != left && right != right)
  }

  @inline(__always)
  private static func close(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
    if same(left, right) { return true }
    let distance = (left - right).magnitude
    return distance < .infinity && distance <= tolerance * (1 + right.magnitude)
  }
}

extension CellRelation {
  /// The row-major place of the first two cells of which the relation does not hold.
  ///
  /// - Parameters:
  ///   - left: a view.
  ///   - right: a view of the same shape, of either element type.
  public func firstFailure(_ left: Cells, _ right: Cells) throws(Interrupted) -> Int? {
    switch (left.storage.elementType, right.storage.elementType) {
    case (.f32, .f32): try firstFailure(left, right, Float.self, Float.self)
    case (.f32, .f64): try firstFailure(left, right, Float.self, Double.self)
    case (.f64, .f32): try firstFailure(left, right, Double.self, Float.self)
    case (.f64, .f64): try firstFailure(left, right, Double.self, Double.self)
    }
  }

  private func firstFailure<A: Scalar, B: Scalar>(
    _ left: Cells, _ right: Cells, _: A.Type, _: B.Type
  ) throws(Interrupted) -> Int? {
    let nest = LoopNest(left, left, right)
    let (a, b) = (left.storage.pointer(A.self), right.storage.pointer(B.self))
    let step = nest.rowStrides
    for piece in 0..<LoopNest.pieces(nest.count) {
      try Interrupt.check()
      let range = LoopNest.piece(piece, of: nest.count)
      var place = range.lowerBound
      var failure: Int?
      nest.forEachRun(in: range) { at, count in
        if failure != nil { return }
        for i in 0..<count {
          let (x, y) = (a[at.first &+ i &* step.first], b[at.second &+ i &* step.second])
          if !holds(Double(x), Double(y)) {
            failure = place + i
            return
          }
        }
        place += count
      }
      if let failure { return failure }
    }
    return nil
  }
}
