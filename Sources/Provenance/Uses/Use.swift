/// A value that reads a cell of another one, directly or through values between.
public struct Use {
  /// The value that reads.
  public let consumer: Node
  /// The names that stand for it; empty for a value between.
  public let names: [String]
  /// Which of its operands is read.
  public let operand: Int
  /// How many operations lie between the cell and the consumer: 1 for a direct reading.
  public let layer: Int
  /// The cells that read, with weights, taps and column entries where the reading is direct; of a
  /// consumer further on, every cell that the first one reaches through this operand.
  public let readers: [CellReader]
  /// Whether `readers` has all of them; otherwise there were more than were asked for.
  public let isComplete: Bool
}
