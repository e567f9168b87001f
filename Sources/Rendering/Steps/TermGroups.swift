import Provenance
import Tensors

/// A cell's terms by the plane of the operands they read: one group a channel.
struct TermGroups {
  /// How many groups there are.
  let count: Int
  private let terms: [CellTerm]
  /// The group of each term; nil for one that belongs to none: a bias.
  private let places: [Int?]

  init(_ terms: CellTerms, step: Step, operation: any Operation) {
    var known: [Key: Int] = [:]
    places = terms.terms.map { term in
      guard let key = Self.key(term, step, operation) else { return nil }
      let place = known[key] ?? known.count
      known[key] = place
      return place
    }
    self.terms = terms.terms
    count = known.count
  }

  private struct Key: Hashable {
    let operand: Int
    let plane: [Int]
  }

  /// The plane of the last operand that the term reads: padding has none, a kernel always has.
  private static func key(_ term: CellTerm, _ step: Step, _ operation: any Operation) -> Key? {
    let cells = term.factors.flatMap(\.source.cells)
    guard let cell = cells.last else { return Key(operand: 0, plane: []) }
    let shape = step.shape(of: cell.operand)
    // A vector's cell that stands alone is added to all channels' sums.
    if shape.rank < 2, step.operands.count > 1, term.factors.count == 1 { return nil }
    let axes = PlaneAxes(shape, of: cell.operand, in: operation)
    return Key(operand: cell.operand, plane: axes.plane(of: cell.index))
  }

  /// The terms of a group.
  func terms(of group: Int) -> [CellTerm] {
    zip(terms, places).filter { $1 == group }.map(\.0)
  }

  /// The terms of the other groups.
  func terms(besides group: Int) -> [CellTerm] {
    zip(terms, places).filter { $1 != nil && $1 != group }.map(\.0)
  }

  /// The terms that belong to no group.
  var ungrouped: [CellTerm] { zip(terms, places).filter { $1 == nil }.map(\.0) }
}
