public import Provenance
import Tensors

/// What `mutants` prints: each mistake, and whether a test of this configuration would catch it.
public enum MutantTable {
  /// The table of a trial.
  ///
  /// - Parameter value: the name of the value whose configuration it is.
  public static func document(
    of outcomes: [(mutant: Mutant, outcome: MutantTrial.Outcome)], value: String,
    _ context: RenderContext
  ) -> TableDocument {
    let rows = outcomes.map { mutant, outcome in
      TableRow(
        mutant.name,
        [
          TableCell(mutant.summary), TableCell(mutant.source),
          TableCell(text(of: outcome), emphasis: outcome == .slips ? .alarming : .none),
        ])
    }
    let table = TableLayout(
      rowTitle: "mutant",
      columns: [
        TableColumn("what it is", alignment: .left), TableColumn("seen in", alignment: .left),
        TableColumn("caught by", alignment: .left),
      ], rows: rows, rowHeaderAlignment: .left)
    return TableDocument([table], notes: [note(on: outcomes.map(\.outcome), value)])
  }

  private static func text(of outcome: MutantTrial.Outcome) -> String {
    switch outcome {
    case .caught(.shape(let sizes, _)): "shape \(Shape.spelled(sizes))"
    case .caught(.value(let error, let index)):
      "\(NumberFormat.text(of: error, digits: 2)) at \(index)"
    case .caught(.pastTheEnd): "past the end"
    case .caught(.channels(let kernel, let upstream)): "\(kernel) channels meet \(upstream)"
    case .slips: "SLIPS THROUGH"
    case .notAsked(let reason): "- \(reason)"
    }
  }

  private static func note(on outcomes: [MutantTrial.Outcome], _ value: String) -> String {
    let slips = outcomes.count { $0 == .slips }
    let asked = outcomes.count { if case .notAsked = $0 { false } else { true } }
    if slips == 0 { return "A gradient check of \(value) catches all \(asked)." }
    return "A gradient check of \(value) catches \(asked - slips) of \(asked), and \(slips) "
      + "\(slips == 1 ? "slips" : "slip") through; `judge \(value)` finds a test that catches all."
  }
}
