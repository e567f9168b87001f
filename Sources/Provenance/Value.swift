public import Kernels
public import Tensors

/// What an operation gives and a name stands for.
public enum Value: Sendable {
  /// Cells that exist.
  case tensor(Tensor)
  /// Cells that exist only where someone reads them; in a box, so that a tensor is read in place.
  indirect case lazy(any CellSource)

  /// The value as something with cells.
  public var source: any CellSource {
    switch self {
    case .tensor(let tensor): tensor
    case .lazy(let source): source
    }
  }

  /// The lengths of the dimensions.
  public var shape: Shape {
    switch self {
    case .tensor(let tensor): tensor.shape
    case .lazy(let source): source.shape
    }
  }

  /// The type of the cells.
  public var elementType: ElementType {
    switch self {
    case .tensor(let tensor): tensor.elementType
    case .lazy(let source): source.elementType
    }
  }

  /// All cells; a lazy value computes them.
  ///
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  public func tensor() throws(TensorError) -> Tensor {
    switch self {
    case .tensor(let tensor): tensor
    case .lazy(let source): try source.materialized()
    }
  }
}
