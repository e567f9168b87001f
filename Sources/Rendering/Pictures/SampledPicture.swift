/// A picture brought to the size it is drawn in.
///
/// Where several pixels fall on one sample it is their mean; of huge pictures the mean of some of
/// them, evenly spread, so that drawing takes no longer than a blink.
struct SampledPicture {
  let rows: Int
  let columns: Int
  let channels: Int
  /// The samples, a row after the other, the channels of one sample together. NaN where all of its
  /// pixels are.
  private(set) var samples: [Double]
  /// The finite samples' range; empty pictures and such of NaN alone have none.
  private(set) var range: ClosedRange<Double>?

  /// Pixels that are read at most, all channels together.
  static let mostReads = 200_000

  /// Samples a picture; more samples than pixels repeat pixels.
  ///
  /// - Parameter step: the pixels along each side of a sample; nil to divide the pixels evenly.
  init(_ plane: PicturePlane, rows: Int, columns: Int, step: Int? = nil) {
    self.rows = rows
    self.columns = columns
    channels = plane.channels
    samples = []
    samples.reserveCapacity(rows * columns * channels)
    let each = max(1, Self.mostReads / max(1, rows * columns * channels))
    let side = max(1, Int(Double(each).squareRoot()))
    let rowPlaces = (0..<rows).map {
      Self.places(Self.pixels($0, of: rows, in: plane.rows, step), atMost: side)
    }
    let columnPlaces = (0..<columns).map {
      Self.places(Self.pixels($0, of: columns, in: plane.columns, step), atMost: side)
    }
    for row in rowPlaces {
      for column in columnPlaces {
        for channel in 0..<channels { add(Self.mean(plane, channel, row, column)) }
      }
    }
  }

  /// One sample.
  subscript(row: Int, column: Int, channel: Int = 0) -> Double {
    samples[(row * columns + column) * channels + channel]
  }

  private mutating func add(_ sample: Double) {
    samples.append(sample)
    guard sample.isFinite else { return }
    let range = range ?? sample...sample
    self.range = min(range.lowerBound, sample)...max(range.upperBound, sample)
  }

  /// The pixels along one axis that a sample stands for.
  private static func pixels(
    _ sample: Int, of samples: Int, in pixels: Int, _ step: Int?
  ) -> Range<Int> {
    if let step { return sample * step..<min(pixels, (sample + 1) * step) }
    let start = sample * pixels / samples
    return start..<max(start + 1, (sample + 1) * pixels / samples)
  }

  /// So many of a range, evenly spread.
  private static func places(_ range: Range<Int>, atMost most: Int) -> [Int] {
    guard range.count > most else { return Array(range) }
    return (0..<most).map { range.lowerBound + (2 * $0 + 1) * range.count / (2 * most) }
  }

  private static func mean(
    _ plane: PicturePlane, _ channel: Int, _ rows: [Int], _ columns: [Int]
  ) -> Double {
    var sum = 0.0
    var count = 0
    for row in rows {
      for column in columns {
        let value = plane.value(channel: channel, row: row, column: column)
        if value.isNaN { continue }
        sum += value
        count += 1
      }
    }
    return count == 0 ? .nan : sum / Double(count)
  }
}
