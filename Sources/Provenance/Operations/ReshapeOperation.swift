public import Tensors

/// The same cells in another shape: `reshape x [-1, 400]`.
public struct ReshapeOperation: Rearrangement {
  /// The new lengths; one may be -1.
  public let lengths: [Int]

  /// Makes the operation.
  public init(_ lengths: [Int]) { self.lengths = lengths }

  /// `reshape`.
  public var verb: String { "reshape" }
  /// The lengths.
  public var options: String {
    lengths.contains(-1) ? "\(lengths)" : Shape.spelled(lengths)
  }

  /// The operand's cells in row-major order.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).reshaped(lengths))
  }

  /// The upstream in the old shape.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try upstream.reshaped(to: step.shape(of: 0))
  }

  /// The cell at the same row-major place.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    .cell(operand: 0, step.shape(of: 0).index(at: step.shape.place(of: cell)))
  }

  /// The cell at the same row-major place.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    [step.shape.index(at: step.shape(of: 0).place(of: cell))]
  }

  /// The row-major place that both have.
  public func notes(on cell: CellIndex, in step: Step) throws -> [String] {
    ["row-major place \(step.shape.place(of: cell))"]
  }
}
