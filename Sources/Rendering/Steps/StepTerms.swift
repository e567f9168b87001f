import Kernels
import Provenance
import Tensors
import Windows

/// The arithmetic of a frame: the shown terms, a line each, and what they come to.
struct StepTerms {
  let terms: CellTerms
  let groups: TermGroups
  let group: Int
  let scene: StepScene
  let position: (row: Int, column: Int)
  let context: RenderContext
  /// Whether products are drawn without their factors.
  let isBrief: Bool

  private var type: ElementType { scene.node.value.source.elementType }

  func block(lines room: Int) -> TextBlock {
    let shown = groups.terms(of: group)
    let endings = endings(shown)
    let places = ShownPlaces(0..<shown.count)
    let free = max(3, room - endings.count - 1)
    let drawn = shown.count <= free ? places : ShownPlaces(0..<shown.count, showing: free - 1)
    let most = shown.reduce(1) { max($0, $1.factors.count) }
    let formats = (0..<most).map { place in
      MarkedGrid.format(
        of: shown.compactMap { place < $0.factors.count ? $0.factors[place].value : nil }, type,
        context)
    }
    let products = MarkedGrid.format(
      of: shown.map(\.value) + endings.filter { !$0.isCount }.map(\.value), type, context)
    let hasSigns = shown.contains(where: \.isNegative)
    let isProduct = (most > 1 || hasSigns) && !isBrief
    var rows = AlignedRows([("", .left), ("", .right), ("", .right), ("", .left)])
    rows.indent = 0
    rows.gap = 1
    for (row, place) in drawn.places.enumerated() {
      if drawn.isElided, row == drawn.front {
        rows.add(.cells([":", "", ":", ""]))
      }
      let term = shown[place]
      var values = hasSigns ? (term.isNegative ? "- " : "  ") : ""
      for (place, factor) in term.factors.enumerated() {
        let number = formats[place].format.text(of: factor.value)
        let blanks = String(repeating: " ", count: max(0, formats[place].width - number.count))
        values += (place > 0 ? " * " : "") + blanks + number
      }
      rows.add(
        .cells(
          [
            label(of: term), isProduct ? values + " =" : "", products.format.text(of: term.value),
            term.isWinner ? "<-" : "",
          ], ink: term.isWinner ? .bold : isPadding(term) ? .faint : nil))
    }
    for ending in endings {
      let number =
        ending.isCount
        ? NumberFormat.text(of: ending.value, digits: context.tableDigits)
        : products.format.text(of: ending.value)
      rows.add(.cells([ending.label, "", number, ""], ink: .bold))
    }
    return TextBlock([TextLine(caption, .bold, context.color)] + rows.lines(context))
  }

  /// A convolution's patch is a column of the im2col matrix.
  private var caption: String {
    guard scene.operation is ConvolutionOperation, let window = scene.window else {
      return "arithmetic"
    }
    let positions = window.output.rows * window.output.columns
    let column = scene.choice.image * positions + position.row * scene.columns + position.column
    return "im2col column \(column)"
  }

  /// Where a term reads: the place in the first operand's plane that it names.
  private func label(of term: CellTerm) -> String {
    if isPadding(term) { return "pad" }
    guard let cell = term.factors.flatMap(\.source.cells).first else {
      return term.factors.first.map { factor in
        if case .constant(let name) = factor.source { name } else { "" }
      } ?? ""
    }
    let shape = scene.step.shape(of: cell.operand)
    let axes = PlaneAxes(shape, of: cell.operand, in: scene.operation)
    let place = axes.place(of: cell.index)
    return shape.rank == 0
      ? "" : shape.rank == 1 ? "\(place.column)" : "\(place.row),\(place.column)"
  }

  private func isPadding(_ term: CellTerm) -> Bool {
    term.factors.contains { if case .padding = $0.source { true } else { false } }
  }

  /// A line below the terms.
  private struct Ending {
    var label: String
    var value: Double
    var isCount = false
  }

  /// What the terms come to, and what is added to it.
  private func endings(_ shown: [CellTerm]) -> [Ending] {
    func sum(_ terms: [CellTerm]) -> Double { terms.reduce(0) { $0 + $1.value } }
    guard terms.combination == .sum else { return [Ending(label: "is", value: terms.result)] }
    var endings: [Ending] = []
    let rest = groups.terms(besides: group)
    let alone = groups.ungrouped
    if !rest.isEmpty || !alone.isEmpty || !terms.divisor.isEmpty, shown.count > 1 {
      let label = rest.isEmpty ? "sum" : "channel \(group)"
      endings.append(Ending(label: label, value: sum(shown)))
    }
    if !rest.isEmpty { endings.append(Ending(label: "the others", value: sum(rest))) }
    let factors = FactorText(
      operation: scene.operation, operands: scene.step.operands, names: scene.names)
    for term in alone {
      let label = term.factors.first.map { factors.label($0.source) } ?? ""
      endings.append(Ending(label: label, value: term.value))
    }
    if !terms.divisor.isEmpty {
      endings.append(Ending(label: "divided by", value: sum(terms.divisor), isCount: true))
    }
    endings.append(Ending(label: endings.isEmpty ? "sum" : "is", value: terms.result))
    return endings
  }
}
