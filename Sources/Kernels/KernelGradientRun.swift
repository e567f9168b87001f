import Synchronization

/// One kernel gradient under way.
struct KernelGradientRun<Element: TileCell>: @unchecked Sendable {
  let gradient: KernelGradient
  let plan: KernelGradientPlan
  let upstream: UnsafePointer<Element>
  let input: UnsafePointer<Element>
  /// No vector is read past the end of the operands' blocks.
  let upstreamEnd: UnsafePointer<Element>
  let inputEnd: UnsafePointer<Element>
  let result: UnsafeMutablePointer<Element>

  init(_ gradient: KernelGradient) {
    self.gradient = gradient
    plan = KernelGradientPlan(gradient, lanes: Element.lanes)
    let u = UnsafePointer(gradient.upstream.storage.pointer(Element.self))
    let x = UnsafePointer(gradient.input.storage.pointer(Element.self))
    upstream = u + gradient.upstream.offset
    input = x + gradient.input.offset
    upstreamEnd = u + gradient.upstream.storage.count
    inputEnd = x + gradient.input.storage.count
    result = gradient.result.storage.pointer(Element.self) + gradient.result.offset
  }

  /// Cells of a block's outputs.
  var blockCells: Int { plan.vectors &* Element.lanes }

  /// Rows of sums a chunk of channels has: those of whole tiles.
  func sumRows(_ channels: Int) -> Int {
    let half = max(1, plan.tileTaps / 2)
    return (channels &* gradient.channelTaps &+ half &- 1) / half &* half
  }

  /// Rows of sums all chunks have.
  var allSumRows: Int {
    let (whole, rest) = gradient.groupChannels.quotientAndRemainder(dividingBy: plan.chunkChannels)
    return whole * sumRows(plan.chunkChannels) + (rest > 0 ? sumRows(rest) : 0)
  }

  /// Computes the gradient; false if it may not be used.
  func compute() throws(Interrupted) -> Bool {
    let isFinite = Atomic<Bool>(true)
    let places = gradient.groups * plan.ranges
    let rangeCells = plan.rangeBlocks * blockCells
    if plan.parts == 1 {
      let count = (plan.isOneBand ? sumRows(plan.chunkChannels) : allSumRows) * rangeCells
      try Workers.run(places) { (place: Int) throws(Interrupted) in
        try Arena.withCells(count, of: Element.self) { (sums) throws(Interrupted) in
          let item = KernelGradientItem(self, place: place, part: 0, sums: sums)
          if try !item.compute() { isFinite.store(false, ordering: .relaxed) }
          if !plan.isOneBand { item.storeAll() }
        }
      }
    } else {
      let count = allSumRows * rangeCells
      try Arena.withCells(places * plan.parts * count, of: Element.self) {
        (cells) throws(Interrupted) in
        let sums = SharedPlace(cells)
        try Workers.run(places * plan.parts) { (number: Int) throws(Interrupted) in
          let (place, part) = number.quotientAndRemainder(dividingBy: plan.parts)
          let item = KernelGradientItem(
            self, place: place, part: part, sums: sums.pointer + number &* count)
          if try !item.compute() { isFinite.store(false, ordering: .relaxed) }
        }
        try Interrupt.check()
        for place in 0..<places {
          let first = sums.pointer + place &* plan.parts &* count
          for part in 1..<plan.parts {
            Self.add(first + part &* count, to: first, count: count)
          }
          KernelGradientItem(self, place: place, part: 0, sums: first).storeAll()
        }
      }
    }
    return isFinite.load(ordering: .relaxed)
  }

  /// Adds whole vectors of sums.
  private static func add(
    _ other: UnsafePointer<Element>, to sums: UnsafeMutablePointer<Element>, count: Int
  ) {
    for place in stride(from: 0, to: count, by: Element.lanes) {
      let (a, b) = (UnsafeRawPointer(sums + place), UnsafeRawPointer(other + place))
      UnsafeMutableRawPointer(sums + place).storeBytes(
        of: Element.add(
          a.loadUnaligned(as: Element.Vector.self), b.loadUnaligned(as: Element.Vector.self)),
        as: Element.Vector.self)
    }
  }
}
