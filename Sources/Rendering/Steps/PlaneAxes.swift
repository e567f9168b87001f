import Convolution
import Provenance
import Tensors

/// Which two dimensions of a value are drawn as rows and columns, and which pick the plane.
struct PlaneAxes {
  let shape: Shape
  let row: Int?
  let column: Int?
  /// The other dimensions, in order.
  let others: [Int]

  /// The last two dimensions; the ones before them for values with channels last.
  init(_ shape: Shape, _ kind: Kind = .last) {
    self.shape = shape
    let rank = shape.rank
    let row: Int?
    switch kind {
    case .channelsLast where rank > 2: row = rank - 3
    case .first where rank > 2: row = 0
    default: row = rank > 1 ? rank - 2 : nil
    }
    let column = row.map { $0 + 1 } ?? (rank > 0 ? 0 : nil)
    self.row = row
    self.column = column
    others = (0..<rank).filter { $0 != row && $0 != column }
  }

  /// Where rows and columns stand.
  enum Kind {
    case last, channelsLast, first
  }

  /// The planes of an operand, or of the result for nil.
  init(_ shape: Shape, of operand: Int?, in operation: any Operation) {
    let layout =
      (operation as? ConvolutionOperation)?.convolution.layout
      ?? (operation as? TransposedConvolutionOperation)?.convolution.layout ?? .nchw
    switch (layout, operand) {
    case (.nhwc, 1): self.init(shape, .first)
    case (.nhwc, nil), (.nhwc, 0): self.init(shape, .channelsLast)
    default: self.init(shape)
    }
  }

  var rows: Int { row.map { shape[$0] } ?? 1 }
  var columns: Int { column.map { shape[$0] } ?? 1 }

  /// The plane a cell lies in.
  func plane(of index: CellIndex) -> [Int] { others.map { index[$0] } }

  /// Where in its plane a cell lies.
  func place(of index: CellIndex) -> (row: Int, column: Int) {
    (row.map { index[$0] } ?? 0, column.map { index[$0] } ?? 0)
  }

  /// A cell of a plane.
  func index(plane: [Int], row: Int, column: Int) -> CellIndex {
    var index = CellIndex(rank: shape.rank)
    for (place, axis) in others.enumerated() { index[axis] = plane[place] }
    if let axis = self.row { index[axis] = row }
    if let axis = self.column { index[axis] = column }
    return index
  }

  /// A plane as it is indexed: `[0,1,:,:]`; empty if there is only one.
  func text(plane: [Int]) -> String {
    if others.isEmpty { return "" }
    var parts = Array(repeating: ":", count: shape.rank)
    for (place, axis) in others.enumerated() { parts[axis] = "\(plane[place])" }
    return "[" + parts.joined(separator: ",") + "]"
  }
}
