import Kernels

/// How a picture is brought to another size.
public enum Interpolation: String, Sendable, Hashable, CaseIterable {
  /// The pixel whose cell the new pixel's centre falls in.
  case nearest
  /// A weighted mean of the four pixels around the new pixel's centre, edges repeated.
  case bilinear
}

extension Tensor {
  /// The pictures of the last two dimensions brought to another size.
  ///
  /// Pixel centres lie at half places, so that pictures keep their middle (PyTorch's
  /// `align_corners=False`).
  ///
  /// - Throws: `TensorError.rank` with fewer than two dimensions, `.outOfRange` for an empty picture.
  public func resized(
    rows: Int, columns: Int, _ interpolation: Interpolation
  ) throws(TensorError) -> Tensor {
    guard shape.rank >= 2 else { throw .rank(shape, what: "picture", allowed: [2, 3, 4]) }
    let (height, width) = (shape[shape.rank - 2], shape[shape.rank - 1])
    guard min(height, width, rows, columns) > 0 else {
      throw .outOfRange(
        Double(min(height, width, rows, columns)), what: "picture size", least: 1, most: .infinity)
    }
    let result = try Tensor.uninitialized(
      Shape(shape.lengths.dropLast(2) + [rows, columns]), elementType)
    guard result.shape.count > 0 else { return result }
    let images = try Picture(self, Shape([shape.count / (height * width), height, width]))
    for image in 0..<images.count {
      for row in 0..<rows {
        let down = InterpolationSample(row, of: rows, from: height, interpolation)
        let first = (image * rows + row) * columns
        for column in 0..<columns {
          if column & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
          let across = InterpolationSample(column, of: columns, from: width, interpolation)
          result.storage[first + column] = images.value(image, down, across)
        }
      }
    }
    return result
  }
}

/// Pictures to read pixels from.
private struct Picture {
  let count: Int
  private let cells: Tensor
  private let steps: (image: Int, row: Int, column: Int)

  init(_ tensor: Tensor, _ shape: Shape) throws(TensorError) {
    cells = try tensor.reshaped(shape)
    count = shape[0]
    steps = (cells.strides[0], cells.strides[1], cells.strides[2])
  }

  func value(_ image: Int, _ down: InterpolationSample, _ across: InterpolationSample) -> Double {
    let top = cells.offset + image * steps.image + down.low * steps.row
    let upper = value(top, across)
    if down.weight == 0 { return upper }
    return upper * (1 - down.weight) + value(top + steps.row, across) * down.weight
  }

  @inline(__always)
  private func value(_ row: Int, _ across: InterpolationSample) -> Double {
    let left = cells.storage[row + across.low * steps.column]
    // A neighbour of no weight is not read: there may be none, or it may be infinite.
    if across.weight == 0 { return left }
    let right = cells.storage[row + (across.low + 1) * steps.column]
    return left * (1 - across.weight) + right * across.weight
  }
}
