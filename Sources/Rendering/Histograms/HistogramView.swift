import Kernels
public import Tensors
import Text

/// How a value's cells are distributed: what `hist` prints, a bar for each range of numbers.
public enum HistogramView {
  /// The columns of a drawing, at most, however wide the screen.
  private static let mostWidth = 100
  /// Columns that a bar should have; labels are shortened for them.
  private static let leastBar = 10

  /// Draws a histogram. Percentages are of the finite cells.
  ///
  /// - Parameters:
  ///   - name: what the value is called.
  ///   - bins: about how many bins; nil for as many as suit the cells.
  /// - Throws: `TensorError` if a lazy value does not fit in memory, or when interrupted.
  public static func text(
    of source: any CellSource, named name: String, bins: Int?, _ context: RenderContext
  ) throws(TensorError) -> String {
    let histogram = try Histogram(source, bins: bins)
    var context = context
    context.width = min(context.arrangedWidth, mostWidth)
    let note = DisplayText.escaped(name) + ": " + facts(histogram, context)
    let lines = histogram.bins.map { rows(histogram.counts, $0, context) } ?? []
    return TextBlock(lines + Paragraph.lines(note, within: context.arrangedWidth)).text
  }

  private static func rows(
    _ counts: [Int], _ bins: HistogramBins, _ context: RenderContext
  ) -> [TextLine] {
    let all = counts.reduce(0, +)
    let ranges = padded(ranges(bins))
    let numbers = padded(counts.map(Quantity.count))
    let shares = padded(counts.map { share($0, of: all) })
    let starts = padded(Array(bins.edges.prefix(bins.count)))
    // The fullest form that leaves room for the bars.
    let forms: [[[String]]] = [[ranges, numbers, shares], [ranges, numbers], [starts, numbers]]
    func width(_ form: [[String]]) -> Int {
      form.reduce(0) { $0 + DisplayText.width($1.first ?? "") + 2 } + 1
    }
    let form = forms.first { width($0) + leastBar <= context.arrangedWidth } ?? [starts]
    let room = max(1, context.arrangedWidth - width(form))
    let largest = max(1, counts.max() ?? 1)
    return counts.indices.map { bin in
      var line = TextLine()
      for column in form {
        line.append(column[bin])
        line.space(2)
      }
      line.append(context.box.vertical, .faint, context.color)
      let bar = bar(Double(counts[bin]) / Double(largest) * Double(room), context.box)
      if !bar.isEmpty {
        line.append(raw: CurveStyle(0).applied(to: bar, context.color), width: bar.count)
      }
      return line
    }
  }

  private static func share(_ count: Int, of all: Int) -> String {
    let percent = 100 * Double(count) / Double(all)
    if count > 0, percent < 0.05 { return "<0.1%" }
    return NumberFormat.fixed(decimals: 1).text(of: percent) + "%"
  }

  /// `[0, 5)`, the last one `[5, 10]`, the edges in line; whole numbers alone.
  private static func ranges(_ bins: HistogramBins) -> [String] {
    let edges = padded(bins.edges)
    guard !bins.areIntegers else { return edges }
    return (0..<bins.count).map { bin in
      "[\(edges[bin]), \(edges[bin + 1])\(bin + 1 == bins.count ? "]" : ")")"
    }
  }

  /// Texts brought to one width, their ends in line.
  private static func padded(_ texts: [String]) -> [String] {
    let width = texts.reduce(0) { max($0, $1.utf8.count) }
    return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
  }

  /// A bar so many characters long; what is not nothing is drawn.
  private static func bar(_ length: Double, _ box: BoxStyle) -> String {
    guard length > 0 else { return "" }
    if box == .ascii {
      let whole = Int(length.rounded())
      return whole == 0 ? "." : String(repeating: "#", count: whole)
    }
    let eighths = max(1, Int((length * 8).rounded()))
    let full = String(repeating: "█", count: eighths / 8)
    return eighths % 8 == 0 ? full : full + String(Array("▏▎▍▌▋▊▉")[eighths % 8 - 1])
  }

  private static func facts(_ histogram: Histogram, _ context: RenderContext) -> String {
    let cells = histogram.statistics
    if cells.count == 0 { return "no cells" }
    var facts = [Quantity.count(cells.count) + (cells.count == 1 ? " cell" : " cells")]
    if cells.finiteCount > 0 {
      func number(_ value: Double) -> String {
        NumberFormat.text(of: value, digits: context.tableDigits)
      }
      facts.append("min \(number(cells.least))")
      facts.append("max \(number(cells.largest))")
      facts.append("mean \(number(cells.mean))")
    }
    var text = facts.joined(separator: ", ")
    let others = [(cells.nanCount, "NaN"), (cells.infinityCount, "inf")].filter { $0.0 > 0 }
    if !others.isEmpty {
      text += "; not counted: "
      text += others.map { "\(Quantity.count($0.0)) \($0.1)" }.joined(separator: ", ")
    }
    return text
  }
}
