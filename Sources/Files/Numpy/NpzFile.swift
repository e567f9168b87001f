import Tensors

/// NumPy's format for several arrays: a zip archive whose members are npy files. A member's name is a
/// label, never a path.
enum NpzFile {
  /// Reads all arrays in the archive's order, or one of them. One that cannot be read does not keep the
  /// others from being read.
  ///
  /// - Parameters:
  ///   - named: the one that is read; all unless given.
  ///   - limit: the most bytes that all members together may inflate to, counted as they come.
  /// - Throws: what is wrong with the archive; what is wrong with a member if none can be read, or if
  ///   it takes more memory than there may be.
  static func read(
    _ archive: ArraySlice<UInt8>, named: String? = nil, limit: Int
  ) throws(FileError.Cause) -> FileContent {
    var arrays: [FileArray] = []
    var names: [String] = []
    var refused: [FileRefusal] = []
    var notes: [FileNote] = []
    var left = limit
    for member in try ZipDirectory.members(of: archive) {
      let name = member.arrayName ?? member.name
      let isFirst = !names.contains(name)
      if isFirst { names.append(name) }
      if let named, name != named { continue }
      do throws(FileError.Cause) {
        guard member.arrayName != nil else { throw .foreignMember }
        guard isFirst else { throw .repeatedMember }
        let bytes = try content(of: member, in: archive, limit: left)
        left -= bytes.count
        guard bytes.starts(with: NpyFile.magic) else { throw .foreignMember }
        let (tensor, more) = try NpyFile.read(bytes)
        arrays.append(FileArray(name: name, tensor: tensor))
        notes += more
      } catch {
        switch error {
        case .interrupted: throw .interrupted
        case .inflatesTooFar, .noMemory: throw .member(member.name, error)
        default: refused.append(FileRefusal(name: name, cause: .member(member.name, error)))
        }
      }
    }
    if let first = refused.first, arrays.isEmpty { throw first.cause }
    return FileContent(arrays: arrays, names: names, refused: refused, notes: notes)
  }

  private static func content(
    of member: ZipMember, in archive: ArraySlice<UInt8>, limit: Int
  ) throws(FileError.Cause) -> ArraySlice<UInt8> {
    let packed = try ZipDirectory.packedBytes(of: member, in: archive)
    var bytes = packed
    if member.method == 8 {
      bytes = try Inflater.inflate(packed, .none, in: .npz, limit: limit).bytes[...]
    }
    guard bytes.count >= member.size else {
      throw .truncated(.npz, expected: member.size, found: bytes.count)
    }
    guard bytes.count == member.size else {
      throw .surplus(.npz, expected: member.size, found: bytes.count)
    }
    guard Checksum.crc32(bytes) == member.checksum else { throw .checksum }
    return bytes
  }
}
