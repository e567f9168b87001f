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
    switch noise {
    case .saltAndPepper(let probability):
      try require(probability, "probability", isIn: 0...1)
    case .gaussian(let deviation):
      try require(deviation, "standard deviation", isIn: 0...(.greatestFiniteMagnitude))
    }
    let clean = try contiguous()
    let result = try Tensor.uninitialized(shape, elementType)
    var source = random
    switch elementType {
    case .f32: try result.write(Float.self, clean, with: noise, using: &source)
    case .f64: try result.write(Double.self, clean, with: noise, using: &source)
    }
    random = source
    return result
  }

  /// Sets the cells of a tensor that nobody shares yet to those of one without gaps and noise.
  private func write<S: Scalar>(
    _ type: S.Type, _ clean: Tensor, with noise: Noise, using random: inout RandomSource
  ) throws(TensorError) {
    try clean.storage.withSpan(of: type) { (pixels) throws(TensorError) in
      switch noise {
      case .saltAndPepper(let probability):
        let half = probability / 2
        try forEachBlock(drawingFrom: &random) { places, bits in
          let pixels = pixels.extracting(
            clean.offset + places.lowerBound..<clean.offset + places.upperBound)
          storage.withMutableSpan(of: type) { cells in
            precondition(places.upperBound <= cells.count && places.count == bits.count)
            for place in 0..<places.count {
              let draw = RandomSource.uniform(bits[unchecked: place])
              let speck: S = draw < half ? 0 : 1
              cells[unchecked: places.lowerBound &+ place] =
                draw < probability ? speck : pixels[unchecked: place]
            }
          }
        }
      case .gaussian(let deviation):
        try forEachBlock(drawingNormalsFrom: &random) { places, numbers in
          let pixels = pixels.extracting(
            clean.offset + places.lowerBound..<clean.offset + places.upperBound)
          storage.withMutableSpan(of: type) { cells in
            precondition(places.upperBound <= cells.count && places.count == numbers.count)
            for place in 0..<places.count {
              cells[unchecked: places.lowerBound &+ place] =
                S(Double(pixels[unchecked: place]) + deviation * numbers[unchecked: place])
            }
          }
        }
      }
    }
  }
}
