import CPNG
import Kernels

/// Portable Network Graphics, through libpng: grey, colour and palettes of all depths, interlaced or not.
enum PNGFile {
  static let magic: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Decodes a picture; transparency is left out, colours are as stored (a gamma is not looked at).
  ///
  /// - Parameter limit: the most bytes that the tensor of the picture may take.
  static func read(
    _ bytes: ArraySlice<UInt8>, _ elementType: ElementType, limit: Int
  ) throws(FileError.Cause) -> (picture: PictureSamples, notes: [FileNote]) {
    var picture = patchwork_picture()
    var message = patchwork_message()
    let mostPixels = limit / elementType.byteCount
    let described = bytes.withUnsafeBufferPointer {
      patchwork_png_describe($0.baseAddress, $0.count, UInt64(mostPixels), &picture, &message)
    }
    if described == patchwork_too_large {
      throw .tooManyPixels(
        width: Int(picture.width), height: Int(picture.height), limit: mostPixels)
    }
    try check(described, message)
    let pixels = try decode(bytes, count: Int(picture.bytes))
    let samples = PictureSamples(
      width: Int(picture.width), height: Int(picture.height), channels: Int(picture.channels),
      maximum: picture.bits == 16 ? 0xFFFF : 0xFF, bytes: pixels[...])
    return (samples, picture.had_alpha ? [.transparencyLeftOut] : [])
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, count: Int
  ) throws(FileError.Cause) -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: count)
    var message = patchwork_message()
    let status = pixels.withUnsafeMutableBufferPointer { pixels in
      bytes.withUnsafeBufferPointer { bytes in
        patchwork_png_decode(
          bytes.baseAddress, bytes.count, pixels.baseAddress, pixels.count,
          { Interruption.isRequested }, &message)
      }
    }
    try check(status, message)
    return pixels
  }

  /// Encodes a picture.
  static func bytes(of picture: PictureSamples) throws(FileError.Cause) -> [UInt8] {
    var block = patchwork_block()
    var message = patchwork_message()
    guard let width = UInt32(exactly: picture.width), let height = UInt32(exactly: picture.height)
    else { throw .tooLargeForFormat(.png) }
    let description = patchwork_picture(
      width: width, height: height, channels: UInt32(picture.channels),
      bits: UInt32(8 * picture.sampleSize), had_alpha: false, bytes: 0)
    let status = picture.bytes.withUnsafeBufferPointer {
      patchwork_png_encode(
        $0.baseAddress, $0.count, description, &block, { Interruption.isRequested }, &message)
    }
    defer { patchwork_block_free(&block) }
    try check(status, message)
    return CBlock.bytes(block)
  }

  private static func check(
    _ status: patchwork_status, _ message: patchwork_message
  ) throws(FileError.Cause) {
    switch status {
    case patchwork_ok: return
    case patchwork_truncated: throw .endsEarly(.png)
    case patchwork_interrupted: throw .interrupted
    case patchwork_no_memory: throw .noMemory
    default: throw .png(CBlock.text(message))
    }
  }
}
