extension DotRaster {
  /// Draws a curve: lines between neighbours, broken at gaps.
  ///
  /// Of the values that fall on one column of dots the first, the least, the largest and the last
  /// are drawn, which sets the same dots as all of them (U. Jugel et al., "M4: A
  /// Visualization-Oriented Time Series Data Aggregation", 2014).
  mutating func draw(_ curve: CurveValues, _ indices: IndexAxis, _ axis: ValueAxis) {
    var last: (x: Int, y: Int)?
    var group: (x: Int, first: Int, least: Int, largest: Int, last: Int)?
    func flush(_ raster: inout DotRaster) {
      guard let dots = group else { return }
      if let last { raster.line(from: last, to: (dots.x, dots.first)) }
      raster.line(from: (dots.x, dots.least), to: (dots.x, dots.largest))
      last = (dots.x, dots.last)
      group = nil
    }
    for index in stride(from: curve.first, through: curve.last, by: 1) {
      let value = curve[index]
      guard curve.isDrawn(value) else {
        flush(&self)
        last = nil
        continue
      }
      let x = Int(indices.place(of: index, in: width).rounded())
      let y = row(of: axis.height(of: value))
      if let dots = group, dots.x == x {
        group = (x, dots.first, min(dots.least, y), max(dots.largest, y), y)
      } else {
        flush(&self)
        group = (x, y, y, y, y)
      }
    }
    flush(&self)
  }

  /// The row of dots for a height in rows of characters above the lowest one's middle.
  private func row(of height: Double) -> Int {
    let dots = height * Double(grain.rows) + Double(grain.rows - 1) / 2
    return min(max(0, Int(dots.rounded())), self.height - 1)
  }

  /// The row of the curve's character in a column, the middle one of several; nil if it has none.
  func character(inColumn column: Int) -> Int? {
    let filled = (0..<rows).filter { self[$0, column] != 0 }
    return filled.isEmpty ? nil : filled[filled.count / 2]
  }
}
