import Kernels
import Synchronization
import Tensors

/// A lazy value that counts how often each of its cells is read.
final class CountingSource: CellSource {
  let shape: Shape
  let elementType = ElementType.f64
  let isLazy: Bool
  let matrixOperand: MatrixOperand? = nil
  private let counts: Bool
  private let value: @Sendable (CellIndex) -> Double
  private let reads = Mutex<[CellIndex: Int]>([:])

  init(
    _ lengths: [Int], isLazy: Bool = true, counts: Bool = true,
    value: @escaping @Sendable (CellIndex) -> Double = { Double($0.array.reduce(0, +) % 7) }
  ) throws {
    shape = try Shape(lengths)
    self.isLazy = isLazy
    self.counts = counts
    self.value = value
  }

  func cell(_ index: CellIndex) -> Double {
    if counts { reads.withLock { $0[index, default: 0] += 1 } }
    return value(index)
  }

  func materialized() throws(TensorError) -> Tensor { throw .interrupted }

  /// How many different cells were read.
  var cellsRead: Int { reads.withLock { $0.count } }
  /// How often the cell that was read most often was read.
  var mostReads: Int { reads.withLock { $0.values.max() ?? 0 } }
}
