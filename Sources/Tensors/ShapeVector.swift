public import Kernels

/// A shape as a value: a vector of its lengths that is still written as one, `96x55x55`.
public struct ShapeVector: CellSource {
  /// The shape whose lengths the cells are.
  public let lengths: Shape
  /// One dimension, as long as the shape has dimensions.
  public let shape: Shape

  /// Makes a value of a shape.
  public init(_ lengths: Shape) throws(TensorError) {
    self.lengths = lengths
    shape = try Shape([lengths.rank])
  }

  /// f64, which holds every length.
  public var elementType: ElementType { .f64 }
  /// No: the lengths are there.
  public var isLazy: Bool { false }
  /// None.
  public var matrixOperand: MatrixOperand? { nil }
  /// A length.
  public func cell(_ index: CellIndex) -> Double { Double(lengths[index[0]]) }
  /// The lengths as cells.
  public func materialized() throws(TensorError) -> Tensor {
    try Tensor(vector: lengths.lengths.map(Double.init))
  }
}
