import Kernels
import Tensors

/// The check of the gradient with respect to one leaf.
struct LeafCheck {
  /// Wrong cells that are looked at closely; more of them are not worth the time.
  private static let mostLooks = 32

  private var probe: SlopeProbe
  private let gradient: [Double]
  private let shape: Shape
  private let tolerance: Double
  private(set) var report: LeafReport
  private var numeric: [Double] = []
  private var kinks: Set<Int> = []

  init(
    _ probe: SlopeProbe, place: Int, gradient: Tensor, tolerance: Double
  ) {
    self.probe = probe
    self.gradient = gradient.array
    self.tolerance = tolerance
    shape = gradient.shape
    report = LeafReport(
      place: place, shape: gradient.shape, isLinear: probe.isLinear, width: probe.width)
  }

  /// How many cells there are.
  var count: Int { gradient.count }

  /// Measures one cell, to learn how long it takes.
  mutating func rehearse() throws { _ = try probe.slope(at: 0) }

  /// Measures every cell, then judges them.
  ///
  /// - Throws: what computing the value throws; what was measured until then is in the report.
  mutating func checkCells(_ progress: (Int) -> Void) throws {
    numeric.reserveCapacity(gradient.count)
    do {
      for place in gradient.indices {
        try Interrupt.check()
        numeric.append(try probe.slope(at: place).value)
        progress(place + 1)
      }
      try judge()
    } catch {
      measure()
      throw error
    }
    measure()
  }

  /// Compares what the value does along a direction with what the gradient says.
  mutating func checkDirection(using random: inout RandomSource) throws {
    report.projection = try projection(along: gradient.map { _ in random.weight() })
    if report.kinkCount > 0 {
      report.projectionAlongOnes = try projection(along: gradient.map { _ in 1 })
    }
  }

  /// Comes to a verdict once all is done.
  mutating func conclude() {
    let projections = [report.projection, report.projectionAlongOnes].compactMap { $0 }
    if report.wrongCount > 0 || projections.contains(where: { !$0.holds }) {
      report.verdict = .wrong
    } else {
      report.verdict = report.kinkCount > 0 ? .kink : .right
    }
  }

  private func comparison(_ place: Int) -> LeafReport.Comparison {
    LeafReport.Comparison(
      cell: shape.index(at: place), gradient: gradient[place], numeric: numeric[place])
  }

  /// Finds the largest errors of what was measured; at a kink there is nothing to compare with.
  private mutating func measure() {
    report.checkedCount = numeric.count
    for place in numeric.indices where !kinks.contains(place) {
      let cell = comparison(place)
      if gradient[place].isNaN, numeric[place].isNaN {
        report.undefinedCount += 1
        continue
      }
      // `!(a <= b)` lets a NaN in, which is the worst there is.
      if report.worst.map({ !(cell.absoluteError <= $0.absoluteError) }) ?? true {
        report.worst = cell
      }
      if report.worstRelative.map({ !(cell.relativeError <= $0.relativeError) }) ?? true {
        report.worstRelative = cell
      }
    }
  }

  /// Gradients are as good as the largest of the leaf lets them be: where all are tiny, tiny errors
  /// count.
  private var scale: Double {
    let largest = zip(gradient, numeric).reduce(0) { max($0, $1.0.magnitude, $1.1.magnitude) }
    return largest.isFinite ? min(1, largest) : 1
  }

  private mutating func judge() throws {
    let (scale, tolerance) = (scale, tolerance)
    var looks = 0
    for place in gradient.indices {
      let (claimed, measured) = (gradient[place], numeric[place])
      if claimed == measured || claimed.isNaN && measured.isNaN { continue }
      if (claimed - measured).magnitude <= tolerance * (scale + measured.magnitude) { continue }
      try Interrupt.check()
      let verdict = try probe.judge(claimed, at: place, isThorough: looks < Self.mostLooks) {
        max(tolerance * (scale + $0.value.magnitude), $0.noise)
      }
      switch verdict {
      case .right(let closer):
        if closer != measured { report.refinedCount += 1 }
        numeric[place] = closer
      case .kink(let low, let high):
        kinks.insert(place)
        report.kinkCount += 1
        let kink = LeafReport.Kink(
          cell: shape.index(at: place), gradient: claimed, low: low, high: high)
        if kink.gap > report.widestKink?.gap ?? -1 { report.widestKink = kink }
      case .wrong:
        looks += 1
        report.wrongCount += 1
        let cell = comparison(place)
        if report.worstWrong.map({ !(cell.absoluteError <= $0.absoluteError) }) ?? true {
          report.worstWrong = cell
        }
      }
    }
  }

  private mutating func projection(along direction: [Double]) throws -> LeafReport.Projection {
    try Interrupt.check()
    let slope = try probe.slope(along: direction)
    var (sum, size) = (0.0, 0.0)
    for place in gradient.indices {
      sum += gradient[place] * direction[place]
      size += (gradient[place] * direction[place]).magnitude
    }
    let allowed = max(tolerance * (size + slope.value.magnitude), slope.noise)
    let holds =
      slope.value.isNaN && sum.isNaN || (sum - slope.value).magnitude <= allowed
      || (sum >= slope.low - allowed && sum <= slope.high + allowed)
    return LeafReport.Projection(numeric: slope.value, gradient: sum, holds: holds)
  }
}
