import CPNG

/// Inflates compressed bytes, up to a cap on what really comes out.
enum Inflater {
  /// What stands around the compressed bytes.
  enum Wrapping {
    /// Nothing, as in zip archives.
    case none
    /// The head and checksum of a gzip file.
    case gzip
  }

  /// Inflates a deflate stream or a gzip file.
  ///
  /// - Parameters:
  ///   - format: what the bytes are part of, for errors.
  ///   - limit: the most bytes that may come out.
  /// - Returns: the bytes, and how many of the compressed ones made them.
  static func inflate(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, in format: FileFormat?, limit: Int
  ) throws(FileError.Cause) -> (bytes: [UInt8], consumed: Int) {
    var block = patchwork_block()
    var message = patchwork_message()
    var consumed = 0
    let status = bytes.withUnsafeBufferPointer {
      patchwork_inflate(
        $0.baseAddress, $0.count, wrapping == .gzip ? patchwork_gzip : patchwork_deflate,
        max(0, limit), &block, &consumed,
        { Interruption.isRequested }, &message)
    }
    defer { patchwork_block_free(&block) }
    switch status {
    case patchwork_ok: return (CBlock.bytes(block), consumed)
    case patchwork_truncated: throw .endsEarly(format)
    case patchwork_too_large: throw .inflatesTooFar(limit: limit)
    case patchwork_interrupted: throw .interrupted
    case patchwork_no_memory: throw .noMemory
    default: throw .compression(CBlock.text(message))
    }
  }
}
