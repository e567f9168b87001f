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
    let images = shape.count / (height * width)
    let source = try reshaped(Shape([images, height, width]))
    let result = try Tensor.uninitialized(
      Shape(shape.lengths.dropLast(2) + [rows, columns]), elementType)
    let down = Self.samples(rows, of: height, interpolation)
    let alongRow = Self.samples(columns, of: width, interpolation)
    var place = 0
    for image in 0..<images {
      for row in down {
        if Interrupt.isRequested { throw .interrupted }
        for column in alongRow {
          func at(_ y: Int, _ x: Int) -> Double { source.cell([image, y, x]) }
          func across(_ y: Int) -> Double {
            at(y, column.low) * (1 - column.weight) + at(y, column.high) * column.weight
          }
          result.storage[place] = across(row.low) * (1 - row.weight) + across(row.high) * row.weight
          place += 1
        }
      }
    }
    return result
  }

  /// For each new place the two old ones it lies between and the weight of the second.
  private static func samples(
    _ count: Int, of length: Int, _ interpolation: Interpolation
  ) -> [(low: Int, high: Int, weight: Double)] {
    (0..<count).map { place in
      switch interpolation {
      case .nearest:
        let low = (2 * place + 1) * length / (2 * count)
        return (low, low, 0)
      case .bilinear:
        let centre = (Double(place) + 0.5) * Double(length) / Double(count) - 0.5
        let clamped = min(max(centre, 0), Double(length - 1))
        let low = Int(clamped)
        return (low, min(low + 1, length - 1), clamped - Double(low))
      }
    }
  }
}
