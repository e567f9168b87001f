public import Provenance
import Tensors

/// What `gradcheck` prints: a leaf's largest errors with the cells they are at, the adjoint identity,
/// and what else there is to say.
public enum GradientCheckTable {
  /// The tables of a check.
  ///
  /// - Parameters:
  ///   - value: the name of the value that was checked.
  ///   - leaves: the names of the leaves, in the order of their places.
  ///   - upstream: where u comes from, as a sentence says it: `random`, `all ones`.
  public static func document(
    of report: GradientReport, value: String, leaves: [String], upstream: String,
    _ context: RenderContext
  ) -> TableDocument {
    let drawing = Drawing(report: report, value: value, names: leaves, context: context)
    var tables = report.isFast ? [] : [drawing.cells]
    if report.leaves.contains(where: { $0.projection != nil }) {
      tables.append(drawing.projections)
    }
    return TableDocument(tables, notes: drawing.notes(upstream: upstream))
  }

  /// One check being drawn.
  private struct Drawing {
    let report: GradientReport
    let value: String
    let names: [String]
    let context: RenderContext

    /// Two rows a leaf: its largest absolute and its largest relative error.
    var cells: TableLayout {
      var table = TableLayout(
        rowTitle: "leaf",
        columns: [
          TableColumn("shape", alignment: .left), TableColumn("cells"), TableColumn("h"),
          TableColumn("error", alignment: .left), TableColumn("at", alignment: .left),
          TableColumn("gradient"), TableColumn("numeric"),
          TableColumn("verdict", alignment: .left),
        ],
        rows: report.leaves.flatMap(rows), rowHeaderAlignment: .left)
      // Close columns rather than lines that a terminal breaks.
      if let width = context.width, table.width > width { table.gap = 1 }
      return table
    }

    private func rows(_ leaf: LeafReport) -> [TableRow] {
      let all = Quantity.count(leaf.shape.count)
      let isWhole = leaf.checkedCount == leaf.shape.count
      let count = isWhole ? all : "\(Quantity.count(leaf.checkedCount)) of \(all)"
      let first =
        [leaf.shape.description, count, error(leaf.width)].map { TableCell($0) }
        + comparison(leaf.worst.map { ("abs", $0.absoluteError, $0) }) + [verdict(leaf)]
      let second =
        Array(repeating: TableCell(""), count: 3)
        + comparison(leaf.worstRelative.map { ("rel", $0.relativeError, $0) })
      return [TableRow(names[leaf.place], first), TableRow("", second)]
    }

    private func comparison(_ worst: (String, Double, LeafReport.Comparison)?) -> [TableCell] {
      guard let (kind, size, cell) = worst else {
        return Array(repeating: TableCell(""), count: 4)
      }
      return [
        TableCell("\(kind) \(error(size))"), TableCell(place(cell.cell)),
        TableCell(number(cell.gradient)), TableCell(number(cell.numeric)),
      ]
    }

    /// ⟨u, J v⟩ beside ⟨Jᵀu, v⟩, a row a leaf; the verdict where there is no table of cells.
    var projections: TableLayout {
      var columns = [
        TableColumn("<u, J v>"), TableColumn("<J'u, v>"), TableColumn("apart by"),
      ]
      if report.isFast {
        columns =
          [TableColumn("shape", alignment: .left), TableColumn("h")] + columns
          + [TableColumn("verdict", alignment: .left)]
      }
      let rows = report.leaves.flatMap { leaf in
        [(leaf.projection, names[leaf.place]), (leaf.projectionAlongOnes, "  v all ones")]
          .compactMap { projection, name in projection.map { row(leaf, $0, name) } }
      }
      return TableLayout(
        rowTitle: report.isFast ? "leaf" : "adjoint", columns: columns, rows: rows,
        rowHeaderAlignment: .left)
    }

    private func row(
      _ leaf: LeafReport, _ projection: LeafReport.Projection, _ name: String
    ) -> TableRow {
      let apart = (projection.numeric - projection.gradient).magnitude
      // Apart, and yet no contradiction: the bends between the two sides allow for it.
      let size = max(projection.numeric.magnitude, projection.gradient.magnitude)
      let isBent = projection.holds && leaf.kinkCount > 0 && apart > 1e-9 * size
      var cells = [
        TableCell(number(projection.numeric)), TableCell(number(projection.gradient)),
        TableCell(
          error(apart) + (isBent ? " kink" : ""), emphasis: projection.holds ? .none : .alarming),
      ]
      if report.isFast {
        cells =
          [TableCell("\(leaf.shape)"), TableCell(error(leaf.width))] + cells + [verdict(leaf)]
      }
      return TableRow(name, cells)
    }

    func notes(upstream: String) -> [String] {
      var notes: [String] = []
      let linear = report.leaves.filter(\.isLinear).map { names[$0.place] }
      if !linear.isEmpty {
        notes.append("\(value) is linear in \(Self.list(linear)): there h = 1 is exact.")
      }
      for leaf in report.leaves { notes += self.notes(on: leaf) }
      if report.ignoredCount > 0 {
        notes.append(
          "Left out: \(Quantity.counted(report.ignoredCount, "cell")) of \(value), NaN or infinite."
        )
      }
      if upstream != "random" { notes.append("u is \(upstream).") }
      if report.isInterrupted {
        let checked = report.leaves.reduce(0) { $0 + $1.checkedCount }
        notes.append("Stopped: \(Quantity.count(checked)) cells were checked.")
      }
      return notes
    }

    private func notes(on leaf: LeafReport) -> [String] {
      var notes: [String] = []
      let name = names[leaf.place]
      if let kink = leaf.widestKink {
        notes.append(
          "kink: \(value) bends within reach of h at \(Quantity.counted(leaf.kinkCount, "cell")) of \(name), most at "
            + "\(name)\(place(kink.cell)): the slope jumps from \(number(kink.low)) to "
            + "\(number(kink.high)), a gap of \(number(kink.gap)), and the gradient is "
            + "\(number(kink.gradient)).")
      }
      if leaf.refinedCount > 0 {
        notes.append("\(Quantity.counted(leaf.refinedCount, "cell")) of \(name) took a narrower h.")
      }
      if leaf.undefinedCount > 0 {
        notes.append(
          "\(Quantity.counted(leaf.undefinedCount, "cell")) of \(name): NaN by the gradient and by differences."
        )
      }
      return notes
    }

    private func verdict(_ leaf: LeafReport) -> TableCell {
      switch leaf.verdict {
      case .right: TableCell("ok")
      case .kink: TableCell("kink")
      case .wrong: TableCell("WRONG", emphasis: .alarming)
      case .unfinished: TableCell("stopped")
      }
    }

    private func place(_ cell: CellIndex) -> String { cell.rank == 0 ? "" : "\(cell)" }

    private func error(_ size: Double) -> String { NumberFormat.text(of: size, digits: 2) }

    private func number(_ value: Double) -> String {
      let digits = value.magnitude < 1e-3 && value != 0 ? 3 : 5
      return NumberFormat.text(of: value, digits: context.digits ?? digits)
    }

    private static func list(_ names: [String]) -> String {
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " and " + last
    }
  }
}
