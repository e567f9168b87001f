/// One test picture: where its wave runs and its discs lie.
struct BlobPicture {
  private struct Disc {
    let row: Double
    let column: Double
    let squaredRadius: Double
    let brightness: Double
  }

  private let rowFrequency: Double
  private let columnFrequency: Double
  private let phase: Double
  private let discs: [Disc]

  /// Draws a wave of half to three periods a side and two to five discs.
  init(height: Int, width: Int, using random: inout RandomSource) {
    rowFrequency = (0.5 + 2.5 * random.uniform()) / Double(height)
    columnFrequency = (0.5 + 2.5 * random.uniform()) / Double(width)
    phase = random.uniform()
    let side = Double(min(height, width))
    var discs: [Disc] = []
    for _ in 0..<(2 + random.below(4)) {
      let radius = side * (0.08 + 0.14 * random.uniform())
      discs.append(
        Disc(
          row: random.uniform() * Double(height), column: random.uniform() * Double(width),
          squaredRadius: radius * radius, brightness: random.uniform()))
    }
    self.discs = discs
  }

  /// The brightness in 0…1 of one pixel; the disc drawn last covers the others.
  func brightness(row: Int, column: Int) -> Double {
    for disc in discs.reversed() {
      let (down, right) = (Double(row) - disc.row, Double(column) - disc.column)
      if down * down + right * right <= disc.squaredRadius { return disc.brightness }
    }
    let turns = Double(row) * rowFrequency + Double(column) * columnFrequency + phase
    return 0.5 + 0.4 * RandomSource.sineOfTurns(turns)
  }
}
