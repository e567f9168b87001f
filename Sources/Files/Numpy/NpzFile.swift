import Tensors

/// NumPy's format for several arrays: a zip archive whose members are npy files. A member's name is a
/// label, never a path.
enum NpzFile {
  /// Reads all arrays, in the archive's order.
  ///
  /// - Parameter limit: the most bytes that all members together may inflate to, counted as they come.
  static func read(
    _ archive: ArraySlice<UInt8>, limit: Int
  ) throws(FileError.Cause) -> (arrays: [FileArray], notes: [FileNote]) {
    var arrays: [FileArray] = []
    var notes: [FileNote] = []
    var left = limit
    for member in try ZipDirectory.members(of: archive) {
      do throws(FileError.Cause) {
        guard member.name.hasSuffix(".npy"), member.name.utf8.count > 4 else {
          throw .foreignMember
        }
        let name = String(member.name.dropLast(4))
        guard !arrays.contains(where: { $0.name == name }) else { throw .repeatedMember }
        let bytes = try content(of: member, in: archive, limit: left)
        left -= bytes.count
        guard bytes.starts(with: NpyFile.magic) else { throw .foreignMember }
        let (tensor, more) = try NpyFile.read(bytes)
        arrays.append(FileArray(name: name, tensor: tensor))
        notes += more
      } catch .interrupted {
        throw .interrupted
      } catch {
        throw .member(member.name, error)
      }
    }
    return (arrays, notes)
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
