import Kernels
import Tensors
import Windows

/// For every row (or column) of one order its row or column in another, as a lazy table of one row.
struct AxisPermutation: CellSource {
  private let permutation: PatchPermutation
  private let axis: Int
  private let sourceAxis: Int
  let shape: Shape

  /// The permutations of columns and of rows, if both orders are matrices with the same factors on
  /// their axes; else none.
  static func both(of permutation: PatchPermutation) -> [AxisPermutation] {
    let (source, target) = (permutation.source, permutation.target)
    guard source.shape.rank == 2, target.shape.rank == 2 else { return [] }
    let isTransposed = Set(source.axes[0]) != Set(target.axes[0])
    return [1, 0].compactMap { axis in
      AxisPermutation(permutation, axis, sourceAxis: isTransposed ? 1 - axis : axis)
    }
  }

  private init?(_ permutation: PatchPermutation, _ axis: Int, sourceAxis: Int) {
    guard let shape = try? Shape([1, permutation.target.shape[axis]]) else { return nil }
    self.permutation = permutation
    self.axis = axis
    self.sourceAxis = sourceAxis
    self.shape = shape
  }

  var elementType: ElementType { .f64 }
  var isLazy: Bool { true }
  var matrixOperand: MatrixOperand? { nil }

  func cell(_ index: CellIndex) -> Double {
    Double(sourcePlace(of: index[1]))
  }

  func materialized() throws(TensorError) -> Tensor { try cellByCell() }

  private func sourcePlace(of place: Int) -> Int {
    var index = CellIndex(rank: 2)
    index[axis] = place
    return permutation.sourceIndex(of: index)[sourceAxis]
  }

  /// Whether nothing moves; nil if that is too much to look at.
  var isIdentity: Bool? {
    if axis == sourceAxis, permutation.source.axes[axis] == permutation.target.axes[axis] {
      return true
    }
    guard shape[1] <= 100_000 else { return nil }
    return (0..<shape[1]).allSatisfy { sourcePlace(of: $0) == $0 }
  }

  private var name: String { axis == 0 ? "row" : "column" }
  private var sourceName: String { sourceAxis == 0 ? "row" : "column" }

  /// What is said instead of a table that moves nothing.
  var identityText: String {
    "\(name.prefix(1).uppercased())\(name.dropFirst()) i of \(permutation.target.order) is "
      + "\(sourceName) i of \(permutation.source.order)."
  }

  /// How the table is headed: above the places in one order, below them those in the other.
  func request(_ context: RenderContext) -> TableRequest {
    let isNarrow = context.arrangedWidth < 40
    let target = isNarrow ? "" : "\(name) in "
    let source = isNarrow ? "" : "\(sourceName) in "
    let sourceOrder = permutation.source.order
    return TableRequest(
      headers: TableHeaders(
        rowTitle: "\(target)\(permutation.target.order)", row: { _ in "\(source)\(sourceOrder)" }))
  }
}
