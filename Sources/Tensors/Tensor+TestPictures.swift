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
    let result = try Tensor.uninitialized(shape, elementType)
    let (height, width) = (shape[shape.rank - 2], shape[shape.rank - 1])
    var place = 0
    while place < shape.count {
      if Interrupt.isRequested { throw .interrupted }
      let picture = BlobPicture(height: height, width: width, using: &random)
      for row in 0..<height {
        for column in 0..<width {
          result.storage[place] = picture.brightness(row: row, column: column)
          place += 1
        }
      }
    }
    return result
  }

  /// A copy with noise drawn anew for every cell.
  public func with(
    _ noise: Noise, using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    let result = try copied(to: elementType)
    for place in 0..<shape.count {
      if place & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
      switch noise {
      case .saltAndPepper(let probability):
        let draw = random.uniform()
        if draw < probability { result.storage[place] = draw < probability / 2 ? 0 : 1 }
      case .gaussian(let deviation):
        result.storage[place] += deviation * random.normal()
      }
    }
    return result
  }
}
