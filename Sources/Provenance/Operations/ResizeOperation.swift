public import Tensors
public import Windows

/// Pictures brought to another size: `resize x 32x32`.
public struct ResizeOperation: Operation {
  /// The new rows and columns.
  public let size: Extent
  /// How new pixels come from old ones.
  public let interpolation: Interpolation

  /// Makes the operation.
  public init(_ size: Extent, _ interpolation: Interpolation) {
    self.size = size
    self.interpolation = interpolation
  }

  /// `resize`.
  public var verb: String { "resize" }
  /// The size and the kind.
  public var options: String { "\(size) kind=\(interpolation.rawValue)" }

  /// A tensor whose last two lengths are the size.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try operands.tensor(0).resized(
        rows: size.rows, columns: size.columns, interpolation))
  }

  /// The upstream's pixels added where they were read.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(ResizeGradientOperation(Extent(lastOf: step.shape(of: 0)), interpolation), [upstream])
  }

  /// The old pixels around the new one's centre, with their weights.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let parts = ResizedPixels(step.shape(of: 0), step.shape, interpolation).parts(of: cell)
    return CellTerms(
      parts.map { CellTerm([step.factor($0.cell, of: 0), $0.weight]) }, result: step.cell(cell))
  }

  /// The new pixels around whose centres the old one lies.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    ResizedPixels(step.shape(of: 0), step.shape, interpolation).readers(of: cell).map {
      CellReader($0.cell, weight: $0.weight)
    }
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
