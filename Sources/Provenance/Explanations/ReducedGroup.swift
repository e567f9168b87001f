import Tensors

/// Which cells of a value are reduced into one.
struct ReducedGroup {
  /// The shape that is reduced.
  let shape: Shape
  /// The axes that go, counted from the front, lowest first.
  let axes: [Int]

  /// Makes the relation; no axes given are all.
  init(_ axes: [Int]?, of shape: Shape) {
    self.shape = shape
    self.axes = shape.resolved(axes).sorted()
  }

  /// How many cells are reduced into one.
  var count: Int { axes.reduce(1) { $0 * shape[$1] } }

  /// The shape with the reduced axes of length 1.
  var keptShape: Shape {
    get throws(TensorError) {
      try Shape((0..<shape.rank).map { axes.contains($0) ? 1 : shape[$0] })
    }
  }

  /// Where a cell goes.
  func result(of cell: CellIndex) -> CellIndex { cell.dropping(axes) }

  /// The cells that are reduced into one, in row-major order.
  func cells(of result: CellIndex) -> [CellIndex] {
    let zeros = CellIndex(rank: axes.count)
    return axes.reduce([result.inserting(zeros, at: axes)]) { partial, axis in
      partial.flatMap { cell in (0..<shape[axis]).map { cell.replacing(axis, with: $0) } }
    }
  }
}
