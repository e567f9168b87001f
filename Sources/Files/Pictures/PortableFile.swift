import Kernels
import Tensors

/// Netpbm's grey and colour maps: P2 and P3 with numbers as text, P5 and P6 with bytes.
///
/// Format: https://netpbm.sourceforge.net/doc/pgm.html and ppm.html
enum PortableFile {
  /// The kind of a file that starts with `P`, a digit and a blank or comment.
  static func kind(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let head = Array(bytes.prefix(3))
    guard head.count >= 2, head[0] == UInt8(ascii: "P"), (0x31...0x37).contains(head[1]),
      head.count < 3 || PortableScanner.isBlank(head[2]) || head[2] == UInt8(ascii: "#")
    else { return nil }
    return head[1] - UInt8(ascii: "0")
  }

  /// Reads a picture of kind 2, 3, 5 or 6.
  ///
  /// - Parameter limit: the most bytes that the tensor of the picture may take.
  static func read(
    _ bytes: ArraySlice<UInt8>, kind: UInt8, _ elementType: ElementType, limit: Int
  ) throws(FileError.Cause) -> PictureSamples {
    let format: FileFormat = kind == 2 || kind == 5 ? .pgm : .ppm
    var scanner = PortableScanner(bytes, format)
    let width = try scanner.number("a width", 1...Int(Int32.max))
    let height = try scanner.number("a height", 1...Int(Int32.max))
    let maximum = try scanner.number("a maximum from 1 to 65535", 1...0xFFFF)
    let channels = format == .pgm ? 1 : 3
    let shape = try Allocation.shape([1, channels, height, width])
    guard shape.count <= limit / elementType.byteCount else {
      throw .tooManyPixels(
        width: width, height: height, limit: limit / elementType.byteCount / channels)
    }
    let samples =
      kind <= 3
      ? try scanner.numbers(shape.count, maximum)[...]
      : try scanner.raster(try Allocation.bytes(shape, size: maximum > 255 ? 2 : 1))
    return PictureSamples(
      width: width, height: height, channels: channels, maximum: maximum, bytes: samples)
  }

  /// Writes a picture with bytes: P5 or P6.
  static func bytes(of picture: PictureSamples) -> [UInt8] {
    let kind = picture.channels == 1 ? "P5" : "P6"
    return Array("\(kind)\n\(picture.width) \(picture.height)\n\(picture.maximum)\n".utf8)
      + picture.bytes
  }
}
