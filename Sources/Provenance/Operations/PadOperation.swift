import Tensors
public import Windows

/// Cells of one value around the last two axes: `pad x 1`.
public struct PadOperation: Operation {
  /// How many cells on each side.
  public let sides: PaddingSides
  /// What is put there.
  public let value: Double

  /// Makes the operation.
  public init(_ sides: PaddingSides, value: Double) {
    self.sides = sides
    self.value = value
  }

  /// `pad`.
  public var verb: String { "pad" }
  /// The sides.
  public var options: String { sides.description + (value == 0 ? "" : " value=\(value)") }

  /// A tensor longer by the sides; a vector grows along its one axis by left and right.
  public func value(of operands: [Value]) throws -> Value {
    let operand = try operands[0].tensor()
    let leading = [Int](repeating: 0, count: max(0, operand.shape.rank - 2))
    let before = leading + [sides.top, sides.left].suffix(min(2, operand.shape.rank))
    let after = leading + [sides.bottom, sides.right].suffix(min(2, operand.shape.rank))
    return .tensor(try operand.padded(before: before, after: after, with: value))
  }
}
