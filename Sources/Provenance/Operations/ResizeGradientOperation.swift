public import Tensors
public import Windows

/// Every pixel of a resized picture added to the pixels it was made of: the gradient of `resize`.
public struct ResizeGradientOperation: Operation {
  /// The rows and columns of the picture that was resized.
  public let size: Extent
  /// How new pixels came from old ones.
  public let interpolation: Interpolation

  /// Makes the operation.
  public init(_ size: Extent, _ interpolation: Interpolation) {
    self.size = size
    self.interpolation = interpolation
  }

  /// `resize'`.
  public var verb: String { "resize'" }
  /// The size and the kind.
  public var options: String { "\(size) kind=\(interpolation.rawValue)" }
  /// The upstream `u`.
  public func role(of operand: Int) -> String { "u" }

  /// A tensor whose last two lengths are the size.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try operands.tensor(0).resizedBack(
        rows: size.rows, columns: size.columns, interpolation))
  }

  /// The upstream resized.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(ResizeOperation(Extent(lastOf: step.shape(of: 0)), interpolation), [upstream])
  }

  /// The pixels that read this one, with their weights.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let parts = ResizedPixels(step.shape, step.shape(of: 0), interpolation).readers(of: cell)
    return CellTerms(
      parts.map { CellTerm([step.factor($0.cell, of: 0), $0.weight]) }, result: step.cell(cell))
  }

  /// The pixels it was made of.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    ResizedPixels(step.shape, step.shape(of: 0), interpolation).parts(of: cell).map {
      CellReader($0.cell, weight: $0.weight)
    }
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
