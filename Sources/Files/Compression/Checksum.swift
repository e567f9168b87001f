import CPNG

/// The checksum of zip archives and PNG chunks.
enum Checksum {
  /// CRC-32 as zip spells it.
  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { patchwork_crc32(0, $0.baseAddress, $0.count) }
  }
}
