import Tensors

extension Operands {
  /// The first two operands, broadcast to a result's shape; nil if they are of other types than it.
  func broadcastPair(to result: Tensor) throws(TensorError) -> (Tensor, Tensor)? {
    guard try haveCells(of: result) else { return nil }
    return (
      try tensor(0).broadcast(to: result.shape), try tensor(1).broadcast(to: result.shape)
    )
  }

  /// Whether they and a result have any cells, all of one type.
  func haveCells(of result: Tensor) throws(TensorError) -> Bool {
    for place in indices {
      let tensor = try tensor(place)
      if tensor.elementType != result.elementType || tensor.shape.count == 0 { return false }
    }
    return result.shape.count > 0
  }
}
