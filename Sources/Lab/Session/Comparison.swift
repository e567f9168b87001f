import Kernels
import Language
import Provenance
import Rendering
import Tensors

/// What `expect` asks of two values, cell by cell.
///
/// Two cells are close when |a − b| ≤ tol · (1 + |b|); a NaN is equal to a NaN only.
struct Comparison {
  let comparator: Comparator
  let tolerance: Double?

  init(_ comparator: Comparator, tolerance: Double?) {
    self.comparator = comparator
    self.tolerance = tolerance
  }

  /// What is wrong: the first cells of which the comparison does not hold; nil if it holds for all.
  func failure(_ left: Value, _ right: Value) throws -> Explanation? {
    let (a, b) = (left.source, right.source)
    let areComparable = a.shape == b.shape || a.shape.rank == 0 || b.shape.rank == 0
    if comparator == .notEqual {
      guard areComparable, try a.firstDifference(from: b) == nil else { return nil }
      return Explanation("expected a difference, and all cells are equal", role: "left")
    }
    guard areComparable else {
      return Explanation(
        "expected values of one shape, these are \(a.shape) and \(b.shape)",
        notes: [("left", "\(a.shape)"), ("right", "\(b.shape)")])
    }
    let relation = relation(a.elementType, b.elementType)
    return try a.firstFailure(of: relation, with: b).map { describe($0, relation) }
  }

  private func relation(_ left: ElementType, _ right: ElementType) -> CellRelation {
    switch comparator {
    case .equal, .notEqual: .equal
    case .close: tolerance.map(CellRelation.close) ?? .close(left, right)
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }

  private func describe(_ cells: CellDifference, _ relation: CellRelation) -> Explanation {
    let (a, b) = (cells.left.spelled, cells.right.spelled)
    var message = "expected \(a) \(comparator.rawValue) \(b)"
    if cells.index.rank > 0 { message += " at \(cells.index)" }
    return Explanation(message, notes: [("left", a), ("right", b)], help: help(cells, relation))
  }

  private func help(_ cells: CellDifference, _ relation: CellRelation) -> String? {
    guard comparator == .close || comparator == .equal else { return nil }
    func brief(_ number: Double) -> String { NumberFormat.text(of: number, digits: 3) }
    let difference = "they differ by \(brief(cells.difference))"
    guard case .close(let tolerance) = relation else { return difference }
    let allowed = tolerance * (1 + cells.right.magnitude)
    return difference + "; tol=\(brief(tolerance)) allows \(brief(allowed))"
  }
}
