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
    let result: Tensor
    var source = random
    switch noise {
    case .saltAndPepper(let probability):
      try require(probability, "probability", isIn: 0...1)
      result = try copied(to: elementType)
      switch elementType {
      case .f32: try result.pepper(Float.self, probability, &source)
      case .f64: try result.pepper(Double.self, probability, &source)
      }
    case .gaussian(let deviation):
      try require(deviation, "standard deviation", isIn: 0...(.greatestFiniteMagnitude))
      result = try Tensor.uninitialized(shape, elementType)
      let cells = try contiguous()
      var place = cells.offset
      switch elementType {
      case .f32:
        try result.write(Float.self) {
          defer { place += 1 }
          return Float(cells.storage[place] + deviation * source.normal())
        }
      case .f64:
        try result.write(Double.self) {
          defer { place += 1 }
          return cells.storage[place] + deviation * source.normal()
        }
      }
    }
    random = source
    return result
  }

  /// Makes cells of a tensor that nobody shares yet black or white, in row-major order.
  private func pepper<S: Scalar>(
    _ type: S.Type, _ probability: Double, _ random: inout RandomSource
  ) throws(TensorError) {
    for lower in stride(from: 0, to: shape.count, by: 1 << 16) {
      if Interrupt.isRequested { throw .interrupted }
      let upper = min(shape.count, lower + (1 << 16))
      storage.withMutableSpan(of: type) { cells in
        for place in lower..<upper {
          let draw = random.uniform()
          if draw < probability { cells[place] = draw < probability / 2 ? 0 : 1 }
        }
      }
    }
  }
}
