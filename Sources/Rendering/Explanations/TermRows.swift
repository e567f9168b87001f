import Kernels
import Provenance
import Tensors
import Text

/// The terms of a cell, a line each: what is multiplied, with which numbers, and what it comes to.
struct TermRows {
  let terms: CellTerms
  let factors: FactorText
  let type: ElementType
  let context: RenderContext

  /// Terms that are drawn on a screen of any height.
  private static let leastShown = 8
  /// Lines of a screen that the rest of an explanation takes.
  private static let otherLines = 9

  /// The lines; on a screen that is too small for them, those in the middle are left out.
  func lines(all: Bool) -> [TextLine] {
    let shown = shownPlaces(all: all)
    let texts = texts(shown.places)
    let sums = runningSums
    var rows = AlignedRows(columns(texts, sums != nil))
    rows.indent = 4
    let sumTexts = sums.map { sums in distinctTexts(shown.places.map { sums[$0] }) }
    for row in shown.places.indices {
      if shown.isElided, row == shown.front { rows.add(.text(hiddenText(shown.hidden))) }
      let text = texts[row]
      let sum = sumTexts?[row] ?? ""
      rows.add(
        .cells([text.label, text.values, text.product, sum, text.note], ink: text.ink))
    }
    return fitted(rows, texts, sums != nil).lines(context)
  }

  private func shownPlaces(all: Bool) -> ShownPlaces {
    let everything = 0..<terms.terms.count
    guard !all, context.elides, let height = context.height else { return ShownPlaces(everything) }
    let room = max(Self.leastShown, height - Self.otherLines)
    return everything.count <= room
      ? ShownPlaces(everything) : ShownPlaces(everything, showing: room - 1)
  }

  private func hiddenText(_ hidden: Range<Int>) -> String {
    let count = Quantity.counted(hidden.count, "term")
    guard terms.combination == .sum else { return ":  \(count) more; all=true shows them" }
    let sum = hidden.reduce(0) { $0 + terms.terms[$1].value }
    return ":  \(count) more, together \(NumberFormat.text(of: sum, digits: context.tableDigits))"
      + "; all=true shows them"
  }

  /// What the terms come to so far; nil where they are not added, or there is one only.
  private var runningSums: [Double]? {
    guard terms.combination == .sum, terms.terms.count > 1 else { return nil }
    var sum = 0.0
    return terms.terms.map { term in
      sum += term.value
      return sum
    }
  }

  /// Sums in one format, of as many digits as show what each term adds; the user's own digits stay.
  private func distinctTexts(_ sums: [Double]) -> [String] {
    var context = context
    while true {
      let format = MarkedGrid.format(of: sums, type, context).format
      let texts = sums.map(format.text)
      let hides = zip(zip(sums, sums.dropFirst()), zip(texts, texts.dropFirst())).contains {
        $0.0 != $0.1 && $1.0 == $1.1
      }
      let digits = context.tableDigits
      guard hides, self.context.digits == nil, digits < RenderContext.mostDigits else {
        return texts
      }
      context.digits = digits + 1
    }
  }

  /// A number in the format of its column; one that it would show as nothing in a form of its own.
  private func spelled(_ value: Double, _ format: NumberFormat) -> String {
    let text = format.text(of: value)
    let isHidden = value.isFinite && value != 0 && !text.contains { ("1"..."9").contains($0) }
    return isHidden ? NumberFormat.text(of: value, digits: min(2, context.tableDigits)) : text
  }

  private struct Text {
    var label: String
    var values: String
    var product: String
    var note: String
    var ink: Ink?
  }

  private func texts(_ places: [Int]) -> [Text] {
    let shown = places.map { terms.terms[$0] }
    let most = shown.reduce(1) { max($0, $1.factors.count) }
    let labels = shown.map { $0.factors.map { factors.label($0.source) } }
    let labelWidths = (0..<most).map { place in
      labels.reduce(0) { max($0, place < $1.count ? DisplayText.width($1[place]) : 0) }
    }
    let formats = (0..<most).map { place in
      MarkedGrid.format(
        of: shown.compactMap { place < $0.factors.count ? $0.factors[place].value : nil }, type,
        context)
    }
    let product = MarkedGrid.format(of: shown.map(\.value), type, context).format
    let hasSigns = shown.contains(where: \.isNegative)
    return shown.enumerated().map { row, term in
      var label = hasSigns ? (term.isNegative ? "- " : "  ") : ""
      var values = label
      for (place, factor) in term.factors.enumerated() {
        let isLast = place == term.factors.count - 1
        let name = labels[row][place]
        let blanks = isLast ? 0 : labelWidths[place] - DisplayText.width(name)
        label += (place > 0 ? " * " : "") + name + String(repeating: " ", count: max(0, blanks))
        let number = spelled(factor.value, formats[place].format)
        values +=
          (place > 0 ? " * " : "")
          + String(repeating: " ", count: max(0, formats[place].width - number.count)) + number
      }
      let isPadding = term.factors.contains { if case .padding = $0.source { true } else { false } }
      return Text(
        label: label, values: most > 1 ? values : "",
        product: spelled(term.value, product), note: note(of: term),
        ink: term.isWinner ? .bold : isPadding ? .faint : nil)
    }
  }

  private func note(of term: CellTerm) -> String {
    var parts = term.note.isEmpty ? [] : [DisplayText.escaped(term.note)]
    if term.isWinner {
      switch terms.combination {
      case .maximum: parts.append("<- the largest")
      case .minimum: parts.append("<- the smallest")
      default: parts.append("<- the one picked")
      }
    }
    return parts.joined(separator: " ")
  }

  private func columns(
    _ texts: [Text], _ hasSums: Bool
  ) -> [(heading: String, alignment: TableColumn.Alignment)] {
    let hasValues = texts.contains { !$0.values.isEmpty }
    let isWorthHeadings = texts.count > 1 && hasSums
    return [
      ("", .left), ("", .left), (isWorthHeadings && hasValues ? "product" : "", .right),
      (isWorthHeadings && hasSums ? "so far" : "", .right), ("", .left),
    ]
  }

  /// Without the least important column if the rows are too wide.
  private func fitted(_ rows: AlignedRows, _ texts: [Text], _ hasSums: Bool) -> AlignedRows {
    guard context.elides else { return rows }
    var rows = rows
    for column in [4, 1, 3] where rows.width > context.arrangedWidth { rows.drop(column) }
    return rows
  }
}
