import Kernels
import Provenance
import Tensors
import Windows

/// The walk through a value cell by cell: what is shown comes from the cell's terms.
extension StepScene {
  /// Cells of a plane that decide how its numbers are written.
  private static let mostMeasured = 20_000

  func addCell(
    _ terms: CellTerms, _ row: Int, _ column: Int, to frame: inout StepFrame
  ) throws {
    let groups = TermGroups(terms, step: step, operation: operation)
    try Self.require("channel", choice.channel, max(1, groups.count))
    let shown = groups.terms(of: choice.channel)
    let context = frame.context
    for operand in drawnOperands(terms) {
      guard let grid = operandGrid(operand, shown, row, column, context) else { continue }
      if frame.input == nil { frame.input = grid } else { frame.middle.append(grid) }
    }
    frame.middle.append(resultGrid(row, column, context))
    let table = StepTerms(
      terms: terms, groups: groups, group: choice.channel, scene: self,
      position: (row, column), context: context,
      isBrief: frame.isBrief)
    frame.arithmetic = { table.block(lines: $0) }
    frame.sentences = relations(row, column)
    if groups.count > 1 {
      frame.sentences.append(
        "channel \(choice.channel) of \(groups.count) is shown; channel= chooses another")
    }
  }

  /// The operands in the order in which a term names them: what a window slides over is the first.
  private func drawnOperands(_ terms: CellTerms) -> [Int] {
    var operands = window == nil ? [] : [0]
    for cell in terms.cells where !operands.contains(cell.operand) {
      operands.append(cell.operand)
    }
    return operands
  }

  /// The plane of an operand that the shown terms read; nil if they read none, or a vector's cell
  /// that stands in the arithmetic anyway.
  private func operandGrid(
    _ operand: Int, _ terms: [CellTerm], _ row: Int, _ column: Int, _ context: RenderContext
  ) -> MarkedGrid? {
    let source = step.operands[operand].value.source
    let isWindowed = operand == 0 && window != nil
    let cells = terms.flatMap(\.factors).flatMap(\.source.cells).filter { $0.operand == operand }
    guard source.shape.rank > 1 || operand == 0 else { return nil }
    guard isWindowed || !cells.isEmpty else { return nil }
    let axes = PlaneAxes(source.shape, of: operand, in: operation)
    let plane = cells.first.map { axes.plane(of: $0.index) } ?? fallbackPlane(axes)
    let places = cells.filter { axes.plane(of: $0.index) == plane }.map { axes.place(of: $0.index) }
    var marked = Set(places.map { CellIndex([$0.row, $0.column]) })
    var (rows, columns) = (0..<axes.rows, 0..<axes.columns)
    if isWindowed, let window {
      marked = Self.patch(window, row, column)
      (rows, columns) = (Self.reach(window.rows), Self.reach(window.columns))
    } else if marked.count == rows.count * columns.count {
      marked = []
    }
    return grid(
      of: operand, axes, plane, rows: rows, columns: columns, marked: marked, context)
  }

  /// A plane of an operand with marked places; what lies beside it is padding.
  func grid(
    of operand: Int, _ axes: PlaneAxes, _ plane: [Int], rows: Range<Int>, columns: Range<Int>,
    marked: Set<CellIndex>, _ context: RenderContext
  ) -> MarkedGrid {
    let source = step.operands[operand].value.source
    let format = format(source, axes, plane, context)
    let label = names.label(of: step.operands[operand], role: operation.role(of: operand))
    return MarkedGrid(
      name: "\(label)\(axes.text(plane: plane))", size: "\(axes.rows)x\(axes.columns)", rows: rows,
      columns: columns,
      cell: { row, column in
        guard (0..<axes.rows).contains(row), (0..<axes.columns).contains(column) else {
          return .padding
        }
        return .number(source.cell(axes.index(plane: plane, row: row, column: column)))
      },
      isMarked: { marked.contains(CellIndex([$0, $1])) }, focus: Self.bounds(of: marked),
      format: format.format, numberWidth: format.width)
  }

  private func resultGrid(_ row: Int, _ column: Int, _ context: RenderContext) -> MarkedGrid {
    let source = node.value.source
    let (axes, plane) = (axes, plane)
    let format = format(source, axes, plane, context)
    let name = names.name(of: node) ?? "result"
    return MarkedGrid(
      name: "\(name)\(axes.text(plane: plane))", size: "\(axes.rows)x\(axes.columns)",
      rows: 0..<axes.rows, columns: 0..<axes.columns,
      cell: { r, c in
        (r, c) <= (row, column)
          ? .number(source.cell(axes.index(plane: plane, row: r, column: c))) : .waiting
      },
      isMarked: { $0 == row && $1 == column },
      focus: (row..<row + 1, column..<column + 1), format: format.format,
      numberWidth: format.width)
  }

  /// The plane of the chosen image and channel, for a patch that lies in the padding as a whole.
  private func fallbackPlane(_ axes: PlaneAxes) -> [Int] {
    var plane = Array(repeating: 0, count: axes.others.count)
    if plane.count > 1, choice.image < axes.shape[axes.others[0]] { plane[0] = choice.image }
    if let last = axes.others.last, choice.channel < axes.shape[last] {
      plane[plane.count - 1] = choice.channel
    }
    return plane
  }

  func format(
    _ source: any CellSource, _ axes: PlaneAxes, _ plane: [Int], _ context: RenderContext
  ) -> (format: NumberFormat, width: Int) {
    let count = min(axes.rows * axes.columns, Self.mostMeasured)
    let numbers = (0..<count).lazy.map { place in
      source.cell(
        axes.index(plane: plane, row: place / axes.columns, column: place % axes.columns))
    }
    return MarkedGrid.format(of: numbers, source.elementType, context)
  }

  /// The rows (or columns) of an image that windows reach, padding and overhang included.
  static func reach(_ axis: WindowAxis) -> Range<Int> {
    let last = axis.input(output: axis.output - 1, tap: axis.taps - 1)
    return -axis.padBefore..<max(axis.input + axis.padAfter, last + 1)
  }

  /// The places under a window.
  static func patch(_ window: SlidingWindow, _ row: Int, _ column: Int) -> Set<CellIndex> {
    var places: Set<CellIndex> = []
    for tapRow in 0..<window.rows.taps {
      for tapColumn in 0..<window.columns.taps {
        places.insert([
          window.rows.input(output: row, tap: tapRow),
          window.columns.input(output: column, tap: tapColumn),
        ])
      }
    }
    return places
  }

  static func bounds(of places: Set<CellIndex>) -> (rows: Range<Int>, columns: Range<Int>) {
    func range(_ numbers: [Int]) -> Range<Int> {
      guard let low = numbers.min(), let high = numbers.max() else { return 0..<1 }
      return low..<high + 1
    }
    return (range(places.map { $0[0] }), range(places.map { $0[1] }))
  }
}
