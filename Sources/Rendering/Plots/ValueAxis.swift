#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rows of a plot: which number the middle of each stands for, and which rows are labelled.
struct ValueAxis {
  /// How many rows there are.
  let rows: Int
  /// The labels, by rows counted from the lowest.
  let labels: [Int: String]
  private let isLogarithmic: Bool
  /// A row's height: a number, or of a logarithmic axis decades.
  private let step: Double
  /// The lowest row's middle, in steps.
  private let lowest: Double

  /// Labels stand so many rows apart at least.
  private static let leastGap = 2
  /// The rows of an axis for one number.
  private static let fewRows = 5

  /// Makes an axis that reaches over a range of finite numbers.
  ///
  /// - Parameters:
  ///   - range: above 0 for a logarithmic axis.
  ///   - most: the rows it may have, 3 at least.
  init(over range: ClosedRange<Double>, rows most: Int, isLogarithmic: Bool) {
    if isLogarithmic {
      self.init(logarithmic: range, most)
    } else if let widened = Self.widened(range) {
      self.init(linear: widened, min(most, Self.fewRows))
    } else {
      self.init(linear: range, most)
    }
  }

  private init(
    step: Double, over range: ClosedRange<Double>, isLogarithmic: Bool, labels: [Int: String]
  ) {
    let (first, last) = Self.rows(of: range, step)
    rows = Int(last - first) + 1
    lowest = first
    self.step = step
    self.isLogarithmic = isLogarithmic
    self.labels = labels
  }

  /// How far above the lowest row's middle a number lies, in rows: from -0.5 to `rows` - 0.5.
  func height(of value: Double) -> Double {
    (isLogarithmic ? log10(value) : value) / step - lowest
  }

  /// The first and the last row of a range, in steps.
  private static func rows(
    of range: ClosedRange<Double>, _ step: Double
  ) -> (first: Double, last: Double) {
    ((range.lowerBound / step).rounded(), (range.upperBound / step).rounded())
  }

  // MARK: Linear

  /// Something around a range that is no more than a number or its rounding errors; else nil.
  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
    let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let width = range.upperBound / 2 - range.lowerBound / 2
    if width > size * 1e-12, width > Double.leastNormalMagnitude * 1e3 { return nil }
    if size < Double.leastNormalMagnitude * 1e6 { return -1...1 }
    let (low, high) = (range.lowerBound - size / 2, range.upperBound + size / 2)
    return max(low, -.greatestFiniteMagnitude)...min(high, .greatestFiniteMagnitude)
  }

  /// Below so many rows a label may stand on every one.
  private static let denseRows = 9

  /// Labels stand on every second to fourth row, exactly at their numbers: a row's height is a nice
  /// step divided by 2, 3 or 4. Of those with which the rows suffice and two labels are seen it is
  /// the smallest.
  private init(linear range: ClosedRange<Double>, _ most: Int) {
    let least = range.upperBound / Double(most) - range.lowerBound / Double(most)
    var best: (nice: NiceStep, parts: Int, step: Double, isLabelled: Bool)?
    for nice in NiceStep.rising(from: least) {
      for parts in most < Self.denseRows ? [1, 2, 3, 4] : [2, 3, 4] {
        let step = nice.value / Double(parts)
        let (first, last) = Self.rows(of: range, step)
        guard step.isFinite, last - first < Double(most) else { continue }
        let divisor = Double(parts)
        let labels = (last / divisor).rounded(.down) - (first / divisor).rounded(.up) + 1
        let isLabelled = labels >= 2 && (last - first + 1) * 2 >= Double(most)
        let isBetter =
          best.map { isLabelled == $0.isLabelled ? step < $0.step : isLabelled } ?? true
        if isBetter { best = (nice, parts, step, isLabelled) }
      }
    }
    guard let best else {
      self.init(step: .greatestFiniteMagnitude, over: range, isLogarithmic: false, labels: [:])
      return
    }
    let rows = Self.rows(of: range, best.step)
    let (first, last) = (Int(rows.first), Int(rows.last))
    let ticks = (first...last).filter { $0 % best.parts == 0 }
    let texts = best.nice.labels(ticks.map { $0 / best.parts })
    self.init(
      step: best.step, over: range, isLogarithmic: false,
      labels: Dictionary(uniqueKeysWithValues: zip(ticks.map { $0 - first }, texts)))
  }

  // MARK: Logarithmic

  /// Whole numbers of rows make a decade, or whole decades make a row, so that powers of ten stand
  /// exactly where their labels are; 2 and 5 times them on the nearest row.
  private init(logarithmic range: ClosedRange<Double>, _ most: Int) {
    var decades = log10(range.lowerBound)...log10(range.upperBound)
    if decades.upperBound - decades.lowerBound < 1e-6 {
      decades = decades.lowerBound - 0.5...decades.upperBound + 0.5
    }
    let span = decades.upperBound - decades.lowerBound
    var step = 0.0
    let fine = Int(Double(most - 1) / span)
    for perDecade in (0...max(0, min(fine, 10_000))).reversed() where perDecade > 0 {
      step = 1 / Double(perDecade)
      let rows = Self.rows(of: decades, step)
      if rows.last - rows.first < Double(most) { break }
      step = 0
    }
    var many = 1.0
    while step == 0 {
      let rows = Self.rows(of: decades, many)
      if rows.last - rows.first < Double(most) { step = many }
      many += 1
    }
    let rows = Self.rows(of: decades, step)
    var labels: [Int: String] = [:]
    for tick in Self.ticks(decades.lowerBound - step / 2...decades.upperBound + step / 2, step) {
      let row = Int((log10(tick.value) / step).rounded() - rows.first)
      let isFree = (1 - Self.leastGap...Self.leastGap - 1).allSatisfy { labels[row + $0] == nil }
      if isFree, row >= 0, row <= Int(rows.last - rows.first) { labels[row] = tick.label }
    }
    self.init(step: step, over: decades, isLogarithmic: true, labels: labels)
  }

  /// The numbers to label: powers of ten; with 2 and 5 times them if there is room; inside of less
  /// than a decade those of a linear axis.
  private static func ticks(
    _ decades: ClosedRange<Double>, _ step: Double
  ) -> [(value: Double, label: String)] {
    let exponents = Int(decades.lowerBound.rounded(.down))...Int(decades.upperBound.rounded(.up))
    func ticks(_ mantissas: [Int]) -> [(value: Double, label: String)] {
      exponents.flatMap { exponent in
        mantissas.map { NiceStep(mantissa: $0, exponent: exponent) }
      }.filter { decades.contains(log10($0.value)) }.map { ($0.value, $0.labels([1])[0]) }
    }
    if step > 1.0 / 7 { return ticks([1]) }
    let nice = ticks([1, 2, 5])
    let low = pow(10, decades.lowerBound)
    let high = min(pow(10, decades.upperBound), .greatestFiniteMagnitude)
    guard nice.count < 3, let linear = NiceStep.notBelow((high - low) / 5) else { return nice }
    let first = max(1, Int((low / linear.value).rounded(.up)))
    let counts = Array(stride(from: first, through: Int(high / linear.value), by: 1))
    return Array(zip(counts.map(linear.multiple), linear.labels(counts)))
  }
}
