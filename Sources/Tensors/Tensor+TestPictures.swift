public import Kernels

/// What a noisy picture's pixels go through.
public enum Noise: Sendable, Hashable {
  /// Each pixel is, with this probability, black (0) or white (1), each half of the time.
  case saltAndPepper(Double)
  /// Each pixel gets a normal number of this standard deviation added.
  case gaussian(Double)
}

extension Tensor {
  /// Test pictures in 0…1: a sinusoid background with discs on it.
  ///
  /// After dokuDoku's denoiser (1,000 synthetic 32x32 images); the figures of the mixture are ours.
  ///
  /// - Parameter shape: any number of leading dimensions, then rows and columns.
  public static func blobs(
    _ shape: Shape, _ elementType: ElementType, using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    guard shape.rank >= 2 else { throw .rank(shape, what: "picture", allowed: [2, 3, 4]) }
    let (height, width) = (shape[shape.rank - 2], shape[shape.rank - 1])
    let result = try Tensor.uninitialized(shape, elementType)
    guard shape.count > 0 else { return result }
    for picture in 0..<shape.count / (height * width) {
      let blobs = BlobPicture(height: height, width: width, using: &random)
      for row in 0..<height {
        let first = (picture * height + row) * width
        switch elementType {
        case .f32: try result.draw(blobs, row, of: Float.self, at: first..<first + width)
        case .f64: try result.draw(blobs, row, of: Double.self, at: first..<first + width)
        }
      }
    }
    return result
  }

  private func draw<S: Scalar>(
    _ blobs: BlobPicture, _ row: Int, of type: S.Type, at places: Range<Int>
  ) throws(TensorError) {
    for lower in stride(from: places.lowerBound, to: places.upperBound, by: 1 << 16) {
      if Interrupt.isRequested { throw .interrupted }
      storage.withMutableSpan(of: type) { cells in
        for place in lower..<min(places.upperBound, lower + (1 << 16)) {
          cells[place] = S(blobs.brightness(row: row, column: place - places.lowerBound))
        }
      }
    }
  }

  /// A copy with noise drawn anew for every cell.
  ///
  /// - Throws: `TensorError.outOfRange` for a probability outside 0…1 or a deviation below 0.
  public func with(
    _ noise: Noise, using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    var source = random
    let result: Tensor
    switch noise {
    case .saltAndPepper(let probability):
      try require(probability, "probability", isIn: 0...1)
      result = try transformed { cell in
        let draw = source.uniform()
        return draw < probability ? (draw < probability / 2 ? 0 : 1) : cell
      }
    case .gaussian(let deviation):
      try require(deviation, "standard deviation", isIn: 0...(.greatestFiniteMagnitude))
      result = try transformed { $0 + deviation * source.normal() }
    }
    random = source
    return result
  }

  /// A copy with a function of every cell, called in row-major order.
  private func transformed(_ function: (Double) -> Double) throws(TensorError) -> Tensor {
    let result = try copied(to: elementType)
    for lower in stride(from: 0, to: shape.count, by: 1 << 16) {
      if Interrupt.isRequested { throw .interrupted }
      for place in lower..<min(shape.count, lower + (1 << 16)) {
        result.storage[place] = function(result.storage[place])
      }
    }
    return result
  }
}
