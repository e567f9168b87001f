extension NpzFile {
  /// Writes an archive of stored (not deflated) members, as `numpy.savez` does.
  static func bytes(of arrays: [FileArray]) throws(FileError.Cause) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    guard arrays.count <= ZipDirectory.mostMembers else {
      throw .tooManyMembers(arrays.count, limit: ZipDirectory.mostMembers)
    }
    var names: Set<String> = []
    for array in arrays {
      let name = array.name ?? ""
      guard !name.isEmpty, name.utf8.count < 1000, !name.utf8.contains(where: { $0 < 0x20 }) else {
        throw .memberName(name)
      }
      guard names.insert(name).inserted else { throw .member(name, .repeatedMember) }
      let content = try NpyFile.bytes(of: array.tensor)
      guard content.count + archive.count + directory.count < Int(UInt32.max) - (1 << 20) else {
        throw .tooLargeForFormat(.npz)
      }
      let common = head(of: "\(name).npy", content)
      append(0x0201_4B50 as UInt32, to: &directory)
      append(20 as UInt16, to: &directory)
      // Both heads have the same middle; the directory's adds comment, part, attributes and place.
      directory += common
      directory += [UInt8](repeating: 0, count: 10)
      append(UInt32(archive.count), to: &directory)
      directory += "\(name).npy".utf8
      append(0x0403_4B50 as UInt32, to: &archive)
      archive += common
      archive += "\(name).npy".utf8
      archive += content
    }
    return archive + directory + end(arrays.count, UInt32(directory.count), UInt32(archive.count))
  }

  /// Version needed, flags (names are UTF-8), method, time and date (the format's first day, so that the
  /// same arrays give the same bytes), checksum, both sizes, the name's length and no extra field.
  private static func head(of name: String, _ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for number: UInt16 in [20, 1 << 11, 0, 0, 1 << 5 | 1] { append(number, to: &bytes) }
    append(Checksum.crc32(content[...]), to: &bytes)
    append(UInt32(content.count), to: &bytes)
    append(UInt32(content.count), to: &bytes)
    append(UInt16(name.utf8.count), to: &bytes)
    append(0 as UInt16, to: &bytes)
    return bytes
  }

  private static func end(_ count: Int, _ size: UInt32, _ offset: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    append(0x0605_4B50 as UInt32, to: &bytes)
    for number in [0, 0, UInt16(count), UInt16(count)] { append(number, to: &bytes) }
    append(size, to: &bytes)
    append(offset, to: &bytes)
    append(0 as UInt16, to: &bytes)
    return bytes
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
