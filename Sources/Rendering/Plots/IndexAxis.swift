/// The columns of a plot: where an index stands, and the indices below the axis.
struct IndexAxis {
  /// The first and the last index.
  let indices: ClosedRange<Int>
  /// How many columns there are.
  let columns: Int

  /// Columns between the starts of two labels, at least.
  private static let leastGap = 8

  /// The column of an index.
  func column(of index: Int) -> Int { Int(place(of: index, in: columns).rounded()) }

  /// Where an index lies among so many columns or dots: from 0 to one less.
  func place(of index: Int, in count: Int) -> Double {
    guard indices.count > 1 else { return 0 }
    return Double(index - indices.lowerBound) * Double(count - 1) / Double(indices.count - 1)
  }

  /// The indices to label: whole multiples of a nice step, as many as there is room for.
  var ticks: [Int] {
    let width = max(Self.leastGap, String(indices.upperBound).utf8.count + 3)
    let intervals = max(1, (columns - 1) / width)
    let least = max(1, Double(indices.count - 1) / Double(intervals))
    guard let step = NiceStep.notBelow(least).flatMap({ Int(exactly: $0.value) }) else { return [] }
    let first = (indices.lowerBound + step - 1) / step * step
    return Array(stride(from: first, through: indices.upperBound, by: step))
  }

  /// The line of labels: each begins below its mark, the last one ends where the columns do.
  var labels: TextLine {
    var line = TextLine()
    var end = -1
    for tick in ticks {
      let text = String(tick)
      let start = max(0, min(column(of: tick), columns - text.utf8.count))
      guard start > end else { continue }
      line.space(to: start)
      line.append(text)
      end = start + text.utf8.count
    }
    return line
  }
}
