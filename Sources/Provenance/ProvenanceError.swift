public import Tensors

/// Why a value's past or its gradients cannot be told; one case a cause.
public enum ProvenanceError: Error, Hashable, Sendable {
  /// A leaf was asked how it was made.
  case leaf(Shape)
  /// A verb without a derivative lies between a value and what its gradient is asked of.
  case notDifferentiable(verb: String)
  /// An upstream gradient whose shape is not the value's.
  case upstream(Shape, expected: Shape)
  /// The gradient of something that the value does not depend on.
  case independent
  /// A cell's index that its value does not have.
  case cell(CellIndex, Shape)
  /// A claimed gradient whose shape is not that of what it is the gradient of.
  case claim(Shape, expected: Shape)
  /// A check of so many cells that would take so long.
  case tooLong(seconds: Double, cells: Int)
  /// A value of a verb whose backward code nobody made mistakes in here.
  case noMutants(verb: String)
  /// A convolution or a pool of so many products, too large to be computed by the slow reference.
  case tooManyProducts(Int)
}
