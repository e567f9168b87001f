import Synchronization

/// The most multiply-and-adds this machine does: what a kernel's speed is a fraction of.
public enum Peak {
  /// Measures a loop of multiply-and-adds that never leaves the registers.
  ///
  /// - Parameters:
  ///   - type: the type of the cells.
  ///   - threads: how many threads run the loop at once.
  /// - Returns: the best of several rounds, in floating-point operations a second; a multiplication
  ///   and an addition are two.
  public static func measure(_ type: ElementType, threads: Int) -> Double {
    switch type {
    case .f32: measure(Float.self, threads: threads)
    case .f64: measure(Double.self, threads: threads)
    }
  }

  private static func measure<Element: TileCell>(_: Element.Type, threads: Int) -> Double {
    let clock = ContinuousClock()
    let allowed = Workers.threadCount
    Workers.threadCount = max(threads, 1)
    defer { Workers.threadCount = allowed }
    let turns = 200_000
    var best = 0.0
    for _ in 0..<12 {
      let waiting = Atomic<Int>(threads)
      let nanoseconds = Atomic<Int>(0)
      try? Workers.run(threads) { (_: Int) throws(Interrupted) in
        try Interrupt.check()
        // All begin together, unless a thread is missing.
        waiting.subtract(1, ordering: .acquiringAndReleasing)
        var looks = 0
        while waiting.load(ordering: .acquiring) > 0, looks < 1_000_000 { looks += 1 }
        let start = clock.now
        let kept = spin(turns, Element(looks & 1))
        let elapsed = clock.now - start
        let ended = Int(elapsed.components.attoseconds / 1_000_000_000)
        if kept == kept { _ = nanoseconds.max(ended, ordering: .relaxed) }
      }
      let slowest = nanoseconds.load(ordering: .relaxed)
      guard slowest > 0 else { continue }
      let operations = 2 * turns * SumCount.full * Element.lanes * threads
      best = max(best, Double(operations) / Double(slowest) * 1e9)
    }
    return best
  }

  private enum SumCount {
    @inline(__always) static var full: Int {
      VectorLevel.current == 3 ? 24 : VectorLevel.current > 0 ? 6 : 2
    }
  }

  private static func spin<Element: TileCell>(_ turns: Int, _ seed: Element) -> Element {
    if VectorLevel.current == 3 {
      return FMALoop<Element, 24>.run(turns, seed)
    }
    if VectorLevel.current > 0 {
      return FMALoop<Element, 6>.run(turns, seed)
    }
    return FMALoop<Element, 2>.run(turns, seed)
  }
}

/// Sums in registers, each multiplied into every turn.
private enum FMALoop<Element: TileCell, let sums: Int> {
  @inline(__always)
  static func run(_ turns: Int, _ seed: Element) -> Element {
    var kept = InlineArray<sums, Element.Vector>(repeating: .zero)
    let factor = Element.Vector(repeating: seed)
    for _ in 0..<turns {
      for sum in 0..<sums { Element.addProduct(&kept[sum], seed, factor) }
    }
    var total: Element = 0
    for sum in 0..<sums { total += kept[sum][0] }
    return total
  }
}
