public import Kernels

/// Numbers in up to eight dimensions, f32 or f64, with value semantics.
///
/// A tensor is a strided view of a block that several tensors can share: slices, permutations and
/// broadcasts copy nothing. Indices and shapes are row-major, slowest dimension first.
public struct Tensor: Sendable {
  /// The lengths of the dimensions.
  public let shape: Shape
  var storage: Storage
  var offset: Int
  private let steps: AxisNumbers

  /// The step of each dimension, in cells.
  var strides: SIMD8<Int> { steps.vector }

  init(viewing storage: Storage, offset: Int, shape: Shape, strides: SIMD8<Int>) {
    self.storage = storage
    self.offset = offset
    self.shape = shape
    steps = AxisNumbers(strides)
  }

  init(owning storage: Storage, _ shape: Shape) {
    self.init(viewing: storage, offset: 0, shape: shape, strides: shape.rowMajorStrides)
  }

  /// Makes a tensor whose cells have no particular value yet, for a kernel to write.
  ///
  /// - Throws: `TensorError.overBudget`, or `.outOfMemory` where the machine has less to give.
  public static func uninitialized(
    _ shape: Shape, _ elementType: ElementType
  ) throws(TensorError) -> Tensor {
    try MemoryBudget.require(shape, elementType)
    guard let storage = Storage.allocated(elementType, count: shape.count) else {
      throw .outOfMemory(shape, elementType, bytes: shape.count * elementType.byteCount)
    }
    return Tensor(owning: storage, shape)
  }

  /// Makes a tensor of one value.
  ///
  /// - Throws: `TensorError.overBudget`.
  public init(
    _ shape: Shape, _ elementType: ElementType, filledWith value: Double = 0
  ) throws(TensorError) {
    self = try .uninitialized(shape, elementType)
    try fill(with: value)
  }

  /// Makes a tensor of the given cells in row-major order; their Swift type is its element type.
  ///
  /// - Throws: `TensorError` if they do not fill the shape.
  public init<S: Scalar>(_ values: [S], _ shape: Shape) throws(TensorError) {
    guard values.count == shape.count else { throw .cellCount(values.count, shape) }
    try MemoryBudget.require(shape, S.elementType)
    self.init(owning: Storage(values), shape)
  }

  /// Makes a number: a tensor of no dimensions.
  public init(_ number: Double, _ elementType: ElementType = .f64) {
    let storage = Storage(elementType, count: 1)
    storage[0] = number
    self.init(owning: storage, .scalar)
  }

  /// Makes a vector of f64 cells.
  public init(vector values: [Double]) throws(TensorError) {
    try self.init(values, Shape([values.count]))
  }
}
