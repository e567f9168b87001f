import Kernels
import Tensors

extension PictureSamples {
  /// The picture as 1×C×H×W cells from 0 to 1.
  func tensor(_ elementType: ElementType) throws(FileError.Cause) -> Tensor {
    let shape = try Allocation.shape([1, channels, height, width])
    let tensor = try Allocation.tensor(shape, elementType)
    for channel in 0..<channels {
      for row in 0..<height {
        try Interruption.check()
        switch elementType {
        case .f32: try copy(channel, row, into: tensor, Float.self)
        case .f64: try copy(channel, row, into: tensor, Double.self)
        }
      }
    }
    return tensor
  }

  private func copy<Cell: Scalar>(
    _ channel: Int, _ row: Int, into tensor: Tensor, _: Cell.Type
  ) throws(FileError.Cause) {
    let first = (channel * height + row) * width
    let start = row * width * channels + channel
    let tooLarge = tensor.cells.storage.withMutableSpan(of: Cell.self) { cells -> (Int, Int)? in
      let stored = bytes.span
      let largest = Cell(maximum)
      for column in 0..<width {
        let place = start + column * channels
        let sample =
          sampleSize == 1
          ? Int(stored[place]) : Int(stored[2 * place]) << 8 | Int(stored[2 * place + 1])
        if sample > maximum { return (sample, place) }
        cells[first + column] = Cell(sample) / largest
      }
      return nil
    }
    if let (sample, place) = tooLarge { throw .sample(sample, maximum: maximum, at: place) }
  }
}
