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

  /// The name of the array that an npz file keeps in the member; nil if none can be in it.
  var arrayName: String? {
    name.hasSuffix(".npy") && name.utf8.count > 4 ? String(name.dropLast(4)) : nil
  }
}
