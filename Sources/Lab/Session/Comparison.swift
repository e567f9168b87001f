import Kernels
import Language
import Provenance
import Rendering
import Tensors

/// What `expect` asks of two values, cell by cell.
struct Comparison {
  let comparator: Comparator
  let tolerance: Double?

  init(_ comparator: Comparator, tolerance: Double?) {
    self.comparator = comparator
    self.tolerance = tolerance
  }

  /// What is wrong: the first cell for which the comparison does not hold; nil if it holds for all.
  func failure(_ left: Value, _ right: Value) throws -> Explanation? {
    let (a, b) = (left.source, right.source)
    guard a.shape == b.shape || a.shape.count == 1 || b.shape.count == 1 else {
      if comparator == .notEqual { return nil }
      return Explanation(
        "expected values of one shape, these are \(a.shape) and \(b.shape)",
        notes: [("left", "\(a.shape)"), ("right", "\(b.shape)")])
    }
    let shape = a.shape.count == 1 ? b.shape : a.shape
    let scale = tolerance ?? Self.defaultTolerance(a.elementType, b.elementType)
    var first: (index: CellIndex, left: Double, right: Double)?
    var differing = 0
    for place in 0..<shape.count {
      if place & 0xFFFF == 0 { try Interrupt.check() }
      let index = shape.index(at: place)
      let x = a.cell(a.shape == shape ? index : CellIndex(rank: a.shape.rank))
      let y = b.cell(b.shape == shape ? index : CellIndex(rank: b.shape.rank))
      if holds(x, y, scale) { continue }
      differing += 1
      if first == nil { first = (index, x, y) }
    }
    if comparator == .notEqual { return differing > 0 ? nil : Self.equalEverywhere(shape) }
    return first.map { describe($0, differing, of: shape, scale) }
  }

  private func describe(
    _ first: (index: CellIndex, left: Double, right: Double), _ differing: Int, of shape: Shape,
    _ scale: Double
  ) -> Explanation {
    let (a, b) = (first.left.spelled, first.right.spelled)
    var message = "expected \(a) \(comparator.rawValue) \(b)"
    if shape.rank > 0 { message += " at \(first.index)" }
    if shape.count > 1 { message += "; it fails in \(differing) of \(shape.count) cells" }
    var help: String?
    if comparator == .close || comparator == .equal {
      let difference = abs(first.left - first.right)
      help = "they differ by \(NumberFormat.text(of: difference, digits: 3))"
      if comparator == .close {
        help? +=
          "; tol=\(NumberFormat.text(of: scale, digits: 3)) allows \(NumberFormat.text(of: scale * (1 + abs(first.right)), digits: 3))"
      }
    }
    return Explanation(message, notes: [("left", a), ("right", b)], help: help)
  }

  private static func equalEverywhere(_ shape: Shape) -> Explanation {
    Explanation(
      "expected a difference, and all \(shape.count) cells are equal", role: "left")
  }

  /// Two cells are close when |a − b| ≤ tol · (1 + |b|); a NaN is equal to a NaN only.
  private func holds(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    let areEqual = a == b || (a.isNaN && b.isNaN)
    return switch comparator {
    case .equal: areEqual
    case .close: areEqual || abs(a - b) <= tolerance * (1 + abs(b))
    case .notEqual: areEqual  // counted the other way round
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  private static func defaultTolerance(_ left: ElementType, _ right: ElementType) -> Double {
    left == .f32 || right == .f32 ? 1e-5 : 1e-9
  }
}
