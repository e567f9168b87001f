import Kernels
import Tensors

extension PictureSamples {
  /// The 8-bit picture of cells from 0 to 1; cells outside are written as 0 or 1.
  ///
  /// - Parameter tensor: 1×C×H×W, C×H×W or H×W with one channel or three.
  /// - Returns: the picture, and how many cells were outside.
  /// - Throws: `shape`, or `notShowable` for a cell that is no number.
  static func encode(
    _ tensor: Tensor, for format: FileFormat
  ) throws(FileError.Cause) -> (picture: PictureSamples, clamped: Int) {
    let lengths = tensor.shape.lengths
    let channels = lengths.dropLast(2).last ?? 1
    guard (2...4).contains(lengths.count), lengths.count < 4 || lengths[0] == 1,
      channels == 1 && format != .ppm || channels == 3 && format != .pgm, tensor.shape.count > 0
    else { throw .shape(lengths, format) }
    let height = lengths[lengths.count - 2]
    let width = lengths[lengths.count - 1]
    var bytes = [UInt8](repeating: 0, count: tensor.shape.count)
    var clamped = 0
    var index = CellIndex(rank: lengths.count)
    for place in 0..<bytes.count {
      if place & 0xFFFF == 0 { try Interruption.check() }
      let pixel = place / channels
      index[lengths.count - 1] = pixel % width
      index[lengths.count - 2] = pixel / width
      if lengths.count > 2 { index[lengths.count - 3] = place % channels }
      let cell = tensor.cell(index)
      if cell.isNaN { throw .notShowable(index: (0..<lengths.count).map { index[$0] }) }
      if cell < 0 || cell > 1 { clamped += 1 }
      bytes[place] = UInt8((min(1, max(0, cell)) * 255).rounded())
    }
    let picture = PictureSamples(
      width: width, height: height, channels: channels, maximum: 255, bytes: bytes[...])
    return (picture, clamped)
  }
}
