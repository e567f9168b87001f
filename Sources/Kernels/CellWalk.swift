/// One or two operands and a result of the same shape, and the shortest loops that visit their cells in
/// step: found once, walked as often as the cells change.
public struct CellWalk: Sendable {
  let nest: LoopNest
  /// Whether several threads may take part.
  var isShared = true
  let first: Storage
  let second: Storage
  let result: Storage

  /// Looks at two operands and a result of one shape and element type.
  public init(_ first: Cells, _ second: Cells, into result: Cells) {
    nest = LoopNest(result, first, second)
    (self.first, self.second, self.result) = (first.storage, second.storage, result.storage)
  }

  /// Looks at an operand and a result of one shape.
  public init(_ operand: Cells, into result: Cells) { self.init(operand, operand, into: result) }
}
