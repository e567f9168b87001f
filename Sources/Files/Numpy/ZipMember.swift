/// One entry of a zip archive's directory.
struct ZipMember {
  let name: String
  /// 0 for bytes as they are, 8 for deflate.
  let method: UInt16
  let checksum: UInt32
  /// Bytes in the archive.
  let packedSize: Int
  /// Bytes once inflated, as the archive claims.
  let size: Int
  /// Where the member's own head starts.
  let offset: Int
}
