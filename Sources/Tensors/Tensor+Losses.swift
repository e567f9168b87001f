import Kernels

extension Tensor {
  /// The mean or the sum of the squares of the differences of two tensors, broadcast to one shape.
  public static func squaredError(
    _ left: Tensor, _ right: Tensor, takesMean: Bool
  ) throws(TensorError) -> Tensor {
    let difference = try combine(.subtract, left, right)
    let squares = try combine(.multiply, difference, difference)
    return takesMean ? try squares.mean() : try squares.reduced(.sum)
  }

  /// The labels of N rows as N×K weights: class numbers as ones in their columns, rows as they are.
  ///
  /// - Parameter scores: N×K.
  /// - Throws: `TensorError` if the shapes disagree or a label is no class.
  public func labelRows(for scores: Shape) throws(TensorError) -> Tensor {
    guard scores.rank == 2 else { throw .rank(scores, what: "scores", allowed: [2]) }
    guard (1...2).contains(shape.rank) else {
      throw .rank(shape, what: "labels", allowed: [1, 2])
    }
    guard shape[0] == scores[0] else { throw .firstLength(scores, shape) }
    if shape.rank == 1 { return try oneHot(scores[1]) }
    guard shape == scores else { throw .shapesDiffer(scores, shape) }
    return self
  }

  /// For each row the logarithm of the sum of the exponentials of its cells: N×K gives N×1.
  ///
  /// The largest cell is taken off first, so that no exponential overflows.
  public func logarithmsOfSums() throws(TensorError) -> Tensor {
    let largest = try reduced(.max, axes: [-1], keepsAxes: true)
    let powers = try Tensor.combine(.subtract, self, largest).map(.exp)
    return try .combine(.add, largest, powers.reduced(.sum, axes: [-1], keepsAxes: true).map(.log))
  }

  /// The mean over the rows of −Σ label · ln softmax(score); NaN for no rows.
  ///
  /// - Parameters:
  ///   - self: scores, N×K.
  ///   - labels: N class numbers, or N×K weights (one-hot rows).
  public func crossEntropy(_ labels: Tensor) throws(TensorError) -> Tensor {
    let rows = try labels.labelRows(for: shape).converted(to: elementType)
    let surprise = try Tensor.combine(.subtract, logarithmsOfSums(), self)
    let sum = try Tensor.combine(.multiply, rows, surprise).reduced(.sum)
    return try .combine(.divide, sum, Tensor(Double(shape[0]), elementType))
  }
}
