public import Kernels

/// Why a tensor could not be made or combined; one case a cause, with the numbers that disagree.
public enum TensorError: Error, Hashable {
  /// More dimensions than the eight a tensor can have.
  case tooManyDimensions(Int)
  /// A dimension of negative length.
  case negativeLength(Int, axis: Int)
  /// Lengths whose product, in bytes, is more than can be addressed.
  case shapeOverflows([Int])
  /// A result that would not fit in the memory budget.
  case overBudget(Shape, ElementType, bytes: Int, limit: Int)
  /// A result within the budget for which the machine has no memory left all the same.
  case outOfMemory(Shape, ElementType, bytes: Int)
  /// A list of cells that does not fill its shape.
  case cellCount(Int, Shape)
  /// Two operands whose dimension from the right, `axis` of the broadcast shape, differ.
  case notBroadcastable(Shape, Shape, axis: Int)
  /// A reshape to another number of cells.
  case reshape(Shape, [Int])
  /// More than one length left open by -1, or a length below -1.
  case openLengths([Int])
  /// An axis the tensor does not have.
  case axis(Int, rank: Int)
  /// An axis named twice.
  case repeatedAxis(Int)
  /// A list of axes that is not a rearrangement of the tensor's own.
  case permutation([Int], rank: Int)
  /// An index past the end of a dimension.
  case index(Int, axis: Int, length: Int)
  /// More indices than dimensions.
  case tooManyIndices(Int, Shape)
  /// A list that needs one number for each dimension, and has another count.
  case numberPerDimension(count: Int, Shape)
  /// A slice's bounds that reach past the dimension.
  case sliceBounds(Int, Int, axis: Int, length: Int)
  /// A slice whose step is zero or negative.
  case sliceStep(Int, axis: Int)
  /// A range of numbers whose step is zero.
  case zeroStep
  /// A matrix product whose inner lengths differ.
  case matmul(Shape, Shape)
  /// A matrix product of an operand without dimensions.
  case matmulOfScalar(Shape, Shape)
  /// Tensors joined along an axis whose other lengths differ.
  case concatenate(Shape, Shape, axis: Int)
  /// Nothing to join.
  case concatenateNothing
  /// The largest or smallest of no cells.
  case emptyReduction(ReductionKind, Shape, axis: Int?)
  /// A number was due and the tensor has another number of cells.
  case notANumber(Shape)
  /// A whole number was due.
  case notWhole(Double)
  /// A number outside the range it must lie in.
  case outOfRange(Double, what: String, least: Double, most: Double)
  /// A tensor of another number of dimensions than the operation takes.
  case rank(Shape, what: String, allowed: [Int])
  /// Two values whose cells are compared one by one, of different shapes.
  case shapesDiffer(Shape, Shape)
  /// Tensors that must share their first length, and do not.
  case firstLength(Shape, Shape)
  /// A formula that `einsum` cannot read or that its operands do not fit.
  case einsum(EinsumError)
  /// The user asked to stop.
  case interrupted
}

/// Refuses a number outside the range it must lie in; a NaN lies in none.
func require(
  _ number: Double, _ what: String, isIn range: ClosedRange<Double>
) throws(TensorError) {
  guard range.contains(number) else {
    throw .outOfRange(number, what: what, least: range.lowerBound, most: range.upperBound)
  }
}
