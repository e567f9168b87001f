import Text

/// What is said below a plot: for each curve its mark, name, extremes, last value and gaps.
struct PlotLegend {
  private let names: [String]
  private let curves: [CurveValues]
  private let isLogarithmic: Bool
  private let context: RenderContext

  init(
    _ names: [String], _ curves: [CurveValues], _ isLogarithmic: Bool, _ context: RenderContext
  ) {
    self.names = names.map { DisplayText.escaped($0) + ":" }
    self.curves = curves
    self.isLogarithmic = isLogarithmic
    self.context = context
  }

  /// Narrower than this, what is said of a curve goes below its name.
  private static let leastRoom = 24

  /// The lines of each curve, broken where the width ends.
  var lines: [TextLine] {
    let hasMarks = curves.count > 1
    let nameWidth = names.reduce(0) { max($0, DisplayText.width($1)) }
    var start = nameWidth + 1 + (hasMarks ? 2 : 0)
    let isNarrow =
      context.arrangedWidth - start < max(Self.leastRoom, context.arrangedWidth * 3 / 5)
    if isNarrow { start = 2 }
    var lines: [TextLine] = []
    for (place, curve) in curves.enumerated() {
      var line = TextLine()
      if hasMarks {
        let style = CurveStyle(place)
        line.append(raw: style.applied(to: String(style.mark), context.color), width: 1)
        line.space(1)
      }
      line.append(names[place])
      if isNarrow {
        lines.append(line)
        line = TextLine()
      }
      let parts = Paragraph.lines(
        facts(curve), within: max(1, context.arrangedWidth - start), indent: 0)
      for part in parts {
        line.space(to: start)
        line.append(part)
        lines.append(line)
        line = TextLine()
      }
    }
    return lines
  }

  private func facts(_ curve: CurveValues) -> String {
    if curve.count == 0 { return "no values" }
    var facts: [String] = []
    if let least = curve.least, let largest = curve.largest {
      facts.append("min \(number(least.value)) at \(least.index)")
      facts.append("max \(number(largest.value)) at \(largest.index)")
    }
    if let last = curve.lastValue { facts.append("last \(number(last)) at \(curve.last)") }
    let gaps = [
      gap(curve.nan, "NaN"), gap(curve.infinite, "inf"),
      gap(curve.withoutLogarithm, "without a logarithm"),
    ].compactMap(\.self)
    var text = facts.joined(separator: ", ")
    if !gaps.isEmpty { text += "; " + gaps.joined(separator: "; ") }
    if isLogarithmic { text += "; log scale" }
    return text
  }

  private func gap(_ gap: CurveValues.Gap, _ kind: String) -> String? {
    guard gap.count > 0 else { return nil }
    let count = "\(Quantity.count(gap.count)) \(kind)"
    return gap.count == 1 ? "\(count), at \(gap.first)" : "\(count), the first at \(gap.first)"
  }

  private func number(_ value: Double) -> String {
    NumberFormat.text(of: value, digits: context.tableDigits)
  }
}
