/// Equally wide ranges of numbers with round edges.
///
/// Every range holds its lower edge; the last one holds its upper edge too.
struct HistogramBins: Hashable {
  /// How many there are.
  let count: Int
  /// Whether each bin is one whole number.
  let areIntegers: Bool
  /// An edge is a multiple of this step's parts.
  private let step: NiceStep
  /// The first edge, in steps.
  private let first: Int

  /// Bins that people can take in at once.
  private static let usualMost = 20
  /// As many whole numbers get a bin each.
  private static let mostIntegers = 32
  /// The bins there are at most, whatever is asked for.
  static let most = 1000

  /// Divides a range into about so many bins: of the round widths the one whose number of bins is
  /// nearest.
  ///
  /// - Parameters:
  ///   - wanted: how many bins; nil for as many as Sturges has it, log2 n + 1 (H. Sturges, "The choice
  ///     of a class interval", 1926), 20 at most, or one for each of up to 32 whole numbers.
  ///   - areWhole: whether all numbers are whole.
  init(over range: ClosedRange<Double>, of numbers: Int, wanted: Int?, areWhole: Bool) {
    let span = range.upperBound - range.lowerBound
    let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    if areWhole, span < Double(wanted ?? Self.mostIntegers), size < 0x1p53 {
      step = NiceStep(mantissa: 1, exponent: 0)
      first = Int(range.lowerBound)
      count = Int(span) + 1
      areIntegers = true
      return
    }
    areIntegers = false
    let sturges = Int.bitWidth - max(1, numbers - 1).leadingZeroBitCount + 1
    let wanted = wanted ?? max(5, min(sturges, Self.usualMost))
    let parts = Double(wanted)
    let width = range.upperBound / parts - range.lowerBound / parts
    let isPoint = width <= size * 1e-15
    let least = isPoint ? Self.pointWidth(range.lowerBound) : min(width, Self.largestWidth)
    var best: (step: NiceStep, first: Double, count: Double)?
    for step in NiceStep.rising(from: least) where !areWhole || step.exponent >= 0 {
      guard step.value.isFinite, step.value > 0 else { continue }
      let first = (range.lowerBound / step.value).rounded(.down)
      let count = max(1, (range.upperBound / step.value).rounded(.up) - first)
      guard count <= Double(Self.most) else { continue }
      func distance(_ count: Double) -> Double { max(count / parts, parts / count) }
      if best.map({ distance(count) < distance($0.count) }) ?? true { best = (step, first, count) }
    }
    step = best?.step ?? NiceStep(mantissa: 1, exponent: 0)
    first = best.map { Int($0.first) } ?? 0
    count = best.map { Int($0.count) } ?? 1
  }

  /// A width that leaves wider ones among the numbers there are.
  private static let largestWidth = 1e307

  /// The width of a bin around one number.
  private static func pointWidth(_ number: Double) -> Double {
    number == 0 ? 1 : max(number.magnitude / 10, Double.leastNormalMagnitude * 1e6)
  }

  /// The bin of a number in the range.
  func bin(of value: Double) -> Int {
    let quotient = (value / step.value).rounded(.down) - Double(first)
    var place = Int(min(max(0, quotient), Double(count - 1)))
    // The quotient's rounding may have led over an edge.
    if value < edge(place) { place -= 1 } else if value >= edge(place + 1) { place += 1 }
    return min(max(0, place), count - 1)
  }

  private func edge(_ place: Int) -> Double { step.multiple(first + place) }

  /// The edges, one more than there are bins; of whole numbers the numbers themselves.
  var edges: [String] {
    step.labels(Array(first...(areIntegers ? first + count - 1 : first + count)))
  }
}
