extension Node {
  /// The value's slices along its first axis in another order.
  ///
  /// What is shuffled again and again, as in every pass over a training set, remembers one order of
  /// what it was at first, not every order on the way.
  ///
  /// - Throws: what gathering throws.
  public func shuffled(_ order: [Int]) throws -> Node {
    guard let origin, let former = origin.operation as? GatherOperation else {
      return try Node(GatherOperation(order), Operands(self))
    }
    return try Node(GatherOperation(order.map { former.places[$0] }), origin.operands)
  }
}
