extension CellStatistics {
  /// Looks at every cell once.
  public init(_ cells: Cells) throws(Interrupted) {
    self.init()
    let nest = LoopNest(cells, cells, cells)
    let pieces = LoopNest.pieces(nest.count)
    let parts = Scratch<CellStatistics>(count: pieces)
    try nest.forEachPiece { range in
      let part =
        switch cells.storage.elementType {
        case .f32: Self.gathered(cells.storage.pointer(Float.self), nest, range)
        case .f64: Self.gathered(cells.storage.pointer(Double.self), nest, range)
        }
      (parts.pointer + range.lowerBound / LoopNest.pieceLength).initialize(to: part)
    }
    for piece in 0..<pieces { append(parts.pointer[piece]) }
  }

  private static var blockLength: Int { 1024 }

  private static func gathered<S: Scalar>(
    _ cells: UnsafePointer<S>, _ nest: LoopNest, _ range: Range<Int>
  ) -> CellStatistics {
    var statistics = CellStatistics()
    withUnsafeTemporaryAllocation(of: Double.self, capacity: blockLength) { buffer in
      guard let block = buffer.baseAddress else { return }
      let step = nest.rowStrides.first
      for lower in stride(from: range.lowerBound, to: range.upperBound, by: blockLength) {
        var filled = 0
        nest.forEachRun(in: lower..<min(range.upperBound, lower + blockLength)) { at, count in
          let row = cells + at.first
          if step == 1 {
            for i in 0..<count { block[filled &+ i] = Double(row[i]) }
          } else {
            for i in 0..<count { block[filled &+ i] = Double(row[i &* step]) }
          }
          filled &+= count
        }
        statistics.append(CellStatistics(block: block, count: filled))
      }
    }
    return statistics
  }

  /// Looks at a block small enough to stay near, several times over.
  private init(block: UnsafeMutablePointer<Double>, count: Int) {
    self.init()
    self.count = count
    var strange: Int32 = 0
    for i in 0..<count { strange |= block[i].magnitude <= .greatestFiniteMagnitude ? 0 : 1 }
    if strange != 0 {
      countStrange(block)
    } else {
      addFinite(block, count)
    }
  }

  private mutating func addFinite(_ block: UnsafePointer<Double>, _ count: Int) {
    guard count > 0 else { return }
    var zeros = 0
    for i in 0..<count { zeros &+= block[i] == 0 ? 1 : 0 }
    zeroCount = zeros
    (least, largest) = Self.extremes(block, count)
    // The first of equals, found apart: the way there need not remember places.
    leastPlace = (0..<count).first { block[$0] == least }
    largestPlace = (0..<count).first { block[$0] == largest }
    let mean = Self.sum(block, count) { $0 } / Double(count)
    self.mean = mean
    squares = Self.sum(block, count) { ($0 - mean) * ($0 - mean) }
  }

  @inline(__always)
  private static func extremes(
    _ block: UnsafePointer<Double>, _ count: Int
  ) -> (Double, Double) {
    var least = SIMD8<Double>(repeating: block[0])
    var largest = least
    var i = 0
    while i &+ 8 <= count {
      let eight = UnsafeRawPointer(block + i).loadUnaligned(as: SIMD8<Double>.self)
      least.replace(with: eight, where: eight .< least)
      largest.replace(with: eight, where: eight .> largest)
      i &+= 8
    }
    var (low, high) = (least.min(), largest.max())
    while i < count {
      (low, high) = (Swift.min(low, block[i]), Swift.max(high, block[i]))
      i &+= 1
    }
    return (low, high)
  }

  @inline(__always)
  private static func sum(
    _ block: UnsafePointer<Double>, _ count: Int, _ term: (SIMD8<Double>) -> SIMD8<Double>
  ) -> Double {
    var lanes = SIMD8<Double>.zero
    var i = 0
    while i &+ 8 <= count {
      lanes += term(UnsafeRawPointer(block + i).loadUnaligned(as: SIMD8<Double>.self))
      i &+= 8
    }
    var total = 0.0
    for lane in 0..<8 { total += lanes[lane] }
    while i < count {
      total += term(SIMD8(repeating: block[i]))[0]
      i &+= 1
    }
    return total
  }

  /// Counts what is not finite, and looks at the rest as a block of its own.
  private mutating func countStrange(_ block: UnsafeMutablePointer<Double>) {
    let places = Scratch<Int>(count: count)
    var kept = 0
    for i in 0..<count {
      let cell = block[i]
      if cell.isNaN {
        nanCount += 1
        firstNaN = firstNaN ?? i
      } else if cell.isInfinite {
        infinityCount += 1
        firstInfinity = firstInfinity ?? i
      } else {
        places.pointer[kept] = i
        block[kept] = cell
        kept += 1
      }
    }
    guard kept > 0 else { return }
    addFinite(block, kept)
    leastPlace = leastPlace.map { places.pointer[$0] }
    largestPlace = largestPlace.map { places.pointer[$0] }
  }
}
