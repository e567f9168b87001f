import Kernels

extension RandomSource {
  /// A number of the standard normal distribution, by Marsaglia's polar method.
  ///
  /// Numbers come in pairs: every second call takes nothing from the stream.
  public mutating func normal() -> Double {
    if let second = takeSpare() { return second }
    while true {
      let (x, y) = (Self.signed(next()), Self.signed(next()))
      let square = x * x + y * y
      if square > 0, square < 1 {
        let scale = Self.polarScale(SIMD8(repeating: square))[0]
        spare = y * scale
        return x * scale
      }
    }
  }

  /// The next numbers of the standard normal distribution, as many as there are places: those that so
  /// many calls of `normal` give.
  ///
  /// Pairs are drawn in rounds of no more than are still needed, so that none is drawn in vain; those
  /// inside the circle move up, and their logarithms are taken eight at a time.
  mutating func fill(normal numbers: inout MutableSpan<Double>, by round: inout PolarRound) {
    var place = 0
    if numbers.count > 0, let second = takeSpare() {
      numbers[0] = second
      place = 1
    }
    while place < numbers.count {
      round.draw(pairs: (numbers.count - place + 1) / 2, from: &self)
      let whole = min(round.kept, (numbers.count - place) / 2)
      round.write(whole, to: &numbers, at: place)
      place += 2 * whole
      if whole < round.kept {
        (numbers[place], spare) = round.normals(whole)
        place += 1
      }
    }
  }

  private mutating func takeSpare() -> Double? {
    defer { spare = nil }
    return spare
  }

  /// A draw of 64 bits as a number from -1 up to but not including 1.
  @inline(__always)
  static func signed(_ bits: UInt64) -> Double { 2 * uniform(bits) - 1 }

  /// √(−2·ln s / s): by what a point of the unit circle at the squared distance s is multiplied.
  @inline(__always)
  static func polarScale(_ square: SIMD8<Double>) -> SIMD8<Double> {
    Elementwise.squareRoots(-2 * logarithm(square) / square)
  }
}

/// Points of a square that lie in the unit circle, side by side.
struct PolarRound {
  private static var mostPairs: Int { 2048 }

  private var draws: [UInt64]
  private var x: [Double]
  private var y: [Double]
  private var scales: [Double]
  /// How many points of this round lie inside.
  private(set) var kept = 0

  init(pairs: Int) {
    // Points are scaled eight at a time: whole vectors.
    let pairs = (min(pairs, Self.mostPairs) + 7) & ~7
    draws = Array(repeating: 0, count: 2 * pairs)
    x = Array(repeating: 0, count: pairs)
    y = x
    scales = x
  }

  mutating func draw(pairs: Int, from random: inout RandomSource) {
    let pairs = min(pairs, Self.mostPairs)
    random.fill(&draws, 2 * pairs)
    kept = Self.keepInside(pairs, draws, &x, &y, squares: &scales)
    Self.scale(&scales, kept)
  }

  /// Moves the points inside up: each is written, and the next takes its place if it lies outside.
  ///
  /// - Returns: how many lie inside.
  private static func keepInside(
    _ pairs: Int, _ draws: [UInt64], _ x: inout [Double], _ y: inout [Double],
    squares: inout [Double]
  ) -> Int {
    var x = x.mutableSpan
    var y = y.mutableSpan
    var squares = squares.mutableSpan
    let draws = draws.span
    var kept = 0
    precondition(pairs <= x.count && pairs <= y.count && pairs <= squares.count)
    precondition(2 * pairs <= draws.count)
    for pair in 0..<pairs {
      let a = RandomSource.signed(draws[unchecked: 2 &* pair])
      let b = RandomSource.signed(draws[unchecked: 2 &* pair &+ 1])
      let square = a * a + b * b
      x[unchecked: kept] = a
      y[unchecked: kept] = b
      squares[unchecked: kept] = square
      kept &+= (square > 0 ? 1 : 0) & (square < 1 ? 1 : 0)
    }
    return kept
  }

  /// Turns squared distances into what the points are multiplied by.
  private static func scale(_ scales: inout [Double], _ kept: Int) {
    var scales = scales.mutableSpan
    precondition((kept + 7) & ~7 <= scales.count)
    for first in stride(from: 0, to: kept, by: 8) {
      var eight = SIMD8<Double>()
      for lane in 0..<8 { eight[lane] = scales[unchecked: first &+ lane] }
      eight = RandomSource.polarScale(eight)
      for lane in 0..<8 { scales[unchecked: first &+ lane] = eight[lane] }
    }
  }

  /// Writes the normal numbers of the first pairs side by side.
  func write(_ pairs: Int, to numbers: inout MutableSpan<Double>, at place: Int) {
    let x = x.span
    let y = y.span
    let scales = scales.span
    precondition(pairs <= scales.count && place >= 0 && place + 2 * pairs <= numbers.count)
    for pair in 0..<pairs {
      let scale = scales[unchecked: pair]
      numbers[unchecked: place &+ 2 &* pair] = x[unchecked: pair] * scale
      numbers[unchecked: place &+ 2 &* pair &+ 1] = y[unchecked: pair] * scale
    }
  }

  func normals(_ pair: Int) -> (Double, Double) { (x[pair] * scales[pair], y[pair] * scales[pair]) }
}
