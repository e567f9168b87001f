import Tensors
public import Windows

/// Zeros between the rows and the columns of the last two axes: `dilate u 2`.
public struct DilateOperation: Operation {
  /// How far apart neighbours come to lie.
  public let steps: Extent

  /// Makes the operation.
  public init(_ steps: Extent) { self.steps = steps }

  /// `dilate`.
  public var verb: String { "dilate" }
  /// The steps.
  public var options: String { steps.optionDescription }

  /// A tensor with `steps - 1` zeros between neighbours.
  public func value(of operands: [Value]) throws -> Value {
    let operand = try operands[0].tensor()
    let leading = [Int](repeating: 1, count: max(0, operand.shape.rank - 2))
    let own = [steps.rows, steps.columns].suffix(min(2, operand.shape.rank))
    return .tensor(try operand.dilated(leading + own))
  }
}
