import Kernels
import Tensors

/// Makes the tensors that files fill, and tells in this room's errors why one cannot be made.
enum Allocation {
  /// A shape of lengths that a file declares.
  static func shape(_ lengths: [Int]) throws(FileError.Cause) -> Shape {
    do throws(TensorError) { return try Shape(lengths) } catch { throw cause(error, lengths) }
  }

  /// A tensor to be filled; refused past the memory budget.
  static func tensor(
    _ shape: Shape, _ elementType: ElementType
  ) throws(FileError.Cause) -> Tensor {
    do throws(TensorError) {
      return try .uninitialized(shape, elementType)
    } catch {
      throw cause(error, shape.lengths)
    }
  }

  /// Bytes that the file must have for a shape.
  ///
  /// - Throws: `shapeOverflows` if they cannot be counted.
  static func bytes(_ shape: Shape, size: Int) throws(FileError.Cause) -> Int {
    let (bytes, overflow) = shape.count.multipliedReportingOverflow(by: size)
    if overflow { throw .shapeOverflows(shape.lengths) }
    return bytes
  }

  static func cause(_ error: TensorError, _ lengths: [Int]) -> FileError.Cause {
    switch error {
    case .tooManyDimensions(let count): .tooManyDimensions(count)
    case .overBudget(let shape, let type, let bytes, let limit):
      .overBudget(shape.lengths, type, bytes: bytes, limit: limit)
    case .interrupted: .interrupted
    default: .shapeOverflows(lengths)
    }
  }
}
