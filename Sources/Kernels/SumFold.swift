/// The sum in f64.
///
/// Places are taken in blocks of 256: eight sums side by side, place by place modulo 8, joined at
/// the block's end, and the blocks joined two and two (`PairwiseSum`).
struct SumFold<Cell: Scalar>: CellFold {
  private static var blockLength: Int { 256 }

  func walkRow(_ start: UnsafePointer<Cell>, _ nest: LoopNest, _ range: Range<Int>) -> Double {
    if range.count <= Self.blockLength { return block(start, nest, range) }
    var sum = PairwiseSum()
    forEachBlock(of: range) { sum.add(block(start, nest, $0)) }
    return sum.total
  }

  private func forEachBlock(of range: Range<Int>, _ body: (Range<Int>) -> Void) {
    for lower in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockLength) {
      body(lower..<min(range.upperBound, lower + Self.blockLength))
    }
  }

  @inline(__always)
  private func block(
    _ start: UnsafePointer<Cell>, _ nest: LoopNest, _ range: Range<Int>
  ) -> Double {
    let step = nest.rowStrides.first
    var lanes = SIMD8<Double>.zero
    var lane = 0
    nest.forEachRun(in: range) { at, count in
      let row = start + at.first
      var i = 0
      while i < count, lane != 0 {
        lanes[lane] += Double(row[i &* step])
        lane = (lane + 1) & 7
        i += 1
      }
      if step == 1 {
        while i &+ 8 <= count {
          lanes += eight(row + i, 1)
          i &+= 8
        }
      } else {
        while i &+ 8 <= count {
          lanes += eight(row + i &* step, step)
          i &+= 8
        }
      }
      while i < count {
        lanes[lane] += Double(row[i &* step])
        lane = (lane + 1) & 7
        i += 1
      }
    }
    return Self.joined(lanes)
  }

  @inline(__always)
  private func eight(_ row: UnsafePointer<Cell>, _ step: Int) -> SIMD8<Double> {
    SIMD8(
      Double(row[0]), Double(row[step]), Double(row[2 &* step]), Double(row[3 &* step]),
      Double(row[4 &* step]), Double(row[5 &* step]), Double(row[6 &* step]),
      Double(row[7 &* step]))
  }

  @inline(__always)
  private static func joined(_ lanes: SIMD8<Double>) -> Double {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  func walkColumns(
    _ start: UnsafePointer<Cell>, width: Int, step: Int, _ nest: LoopNest, _ range: Range<Int>,
    into partials: UnsafeMutablePointer<Double>
  ) throws(Interrupted) {
    var sums = [PairwiseSum](repeating: PairwiseSum(), count: width)
    var lanes = [Double](repeating: 0, count: 8 * width)
    for lower in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockLength) {
      try Interrupt.check()
      let block = lower..<min(range.upperBound, lower + Self.blockLength)
      lanes.withUnsafeMutableBufferPointer { buffer in
        guard let lanes = buffer.baseAddress else { return }
        lanes.update(repeating: 0, count: 8 * width)
        addColumns(start, width, step, nest, block, to: lanes)
        for column in 0..<width {
          var eight = SIMD8<Double>.zero
          for lane in 0..<8 { eight[lane] = lanes[lane * width + column] }
          sums[column].add(Self.joined(eight))
        }
      }
    }
    for column in 0..<width { partials[column] = sums[column].total }
  }

  @inline(__always)
  private func addColumns(
    _ start: UnsafePointer<Cell>, _ width: Int, _ step: Int, _ nest: LoopNest,
    _ block: Range<Int>, to lanes: UnsafeMutablePointer<Double>
  ) {
    let next = nest.rowStrides.first
    var lane = 0
    nest.forEachRun(in: block) { at, count in
      for i in 0..<count {
        let row = start + (at.first + i * next)
        let sums = lanes + lane * width
        if step == 1 {
          for column in 0..<width { sums[column] += Double(row[column]) }
        } else {
          for column in 0..<width { sums[column] += Double(row[column &* step]) }
        }
        lane = (lane + 1) & 7
      }
    }
  }

  func joined(_ partials: UnsafePointer<Double>, count: Int, step: Int) -> Double {
    var sum = PairwiseSum()
    for piece in 0..<count { sum.add(partials[piece * step]) }
    return sum.total
  }

  func cell(_ partial: Double) -> Double { partial }
}
