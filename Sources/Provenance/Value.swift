public import Tensors

/// What an operation gives and a name stands for.
public enum Value: Sendable {
  /// Cells that exist.
  case tensor(Tensor)
  /// Cells that exist only where someone reads them.
  case lazy(any CellSource)

  /// The value as something with cells.
  public var source: any CellSource {
    switch self {
    case .tensor(let tensor): tensor
    case .lazy(let source): source
    }
  }

  /// The lengths of the dimensions.
  public var shape: Shape { source.shape }

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
