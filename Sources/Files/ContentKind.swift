/// What a file's first bytes say it is.
enum ContentKind: Hashable {
  case npy, npz, png, idx, text
  /// A grey or colour map: the digit after its `P`, 2, 3, 5 or 6.
  case portable(UInt8)

  /// - Throws: `empty`, `foreignContent` for a known kind that is not read, or `unknownContent`.
  init(_ bytes: ArraySlice<UInt8>) throws(FileError.Cause) {
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: NpyFile.magic) {
      self = .npy
    } else if bytes.starts(with: PNGFile.magic) {
      self = .png
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .npz
    } else if let kind = PortableFile.kind(bytes) {
      guard [2, 3, 5, 6].contains(kind) else {
        throw .foreignContent(kind == 7 ? "a PAM picture" : "a PBM picture")
      }
      self = .portable(kind)
    } else if IdxFile.recognizes(bytes) {
      self = .idx
    } else if let name = Self.foreign(bytes) {
      throw .foreignContent(name)
    } else if TextFile.recognizes(bytes) {
      self = .text
    } else {
      throw .unknownContent(Array(bytes.prefix(8)))
    }
  }

  /// The name of a kind that people do try to load.
  private static func foreign(_ bytes: ArraySlice<UInt8>) -> String? {
    let kinds: [([UInt8], String)] = [
      ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
      ([0x49, 0x49, 0x2A, 0], "a TIFF picture"), ([0x4D, 0x4D, 0, 0x2A], "a TIFF picture"),
      (Array("RIFF".utf8), "a RIFF file, perhaps a WebP picture"),
      (Array("%PDF".utf8), "a PDF document"), ([0x89] + Array("HDF".utf8), "an HDF5 file"),
      (Array("MATLAB 5.0".utf8), "a MATLAB file"), ([0x7F] + Array("ELF".utf8), "a program"),
      (Array("BZh".utf8), "a bzip2 file"), ([0xFD] + Array("7zXZ".utf8), "an xz file"),
      ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"), ([0xFF, 0xFE], "text in UTF-16"),
      ([0xFE, 0xFF], "text in UTF-16"),
    ]
    if bytes.starts(with: Array("BM".utf8)), !TextFile.recognizes(bytes) { return "a BMP picture" }
    return kinds.first { bytes.starts(with: $0.0) }?.1
  }
}
