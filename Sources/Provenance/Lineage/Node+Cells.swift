public import Tensors

extension Node {
  /// Replaces the cells of a leaf that an index picks where they lie, if nobody but the caller holds
  /// the value: nobody can tell that from a changed copy.
  ///
  /// - Parameter node: the leaf; it becomes another one with the same block of cells.
  /// - Returns: the cells as they were; nil if somebody else holds the value, which stays as it is.
  /// - Throws: `TensorError` if the index is out of range or the part does not fill it.
  public static func replaceCells(
    of node: inout Node?, _ items: [SliceItem], with part: Tensor
  ) throws(TensorError) -> Tensor? {
    guard isKnownUniquelyReferenced(&node), var tensor = node?.replaceable else { return nil }
    // The node's own hold on the block would look like somebody else's.
    node = nil
    defer { node = Node(tensor) }
    return try tensor.replaceUnlessShared(items, with: part)
  }

  /// Puts back what `replaceCells` replaced.
  public func restoreCells(_ items: [SliceItem], _ former: Tensor) {
    guard case .tensor(let tensor) = value else { return }
    // They came from there, so that they fit.
    try? tensor.restore(items, former)
  }

  private var replaceable: Tensor? {
    guard isLeaf, !isLiteral, memory == nil, case .tensor(let tensor) = value else {
      return nil
    }
    return tensor
  }
}
