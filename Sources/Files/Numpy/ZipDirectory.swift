/// The directory at the end of a zip archive.
///
/// Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3. Archives in several parts,
/// encrypted ones and those of 4 GiB and more are not read.
enum ZipDirectory {
  /// More members than this are refused before any is read.
  static let mostMembers = 1024

  /// The archive's entries, in the directory's order.
  static func members(of archive: ArraySlice<UInt8>) throws(FileError.Cause) -> [ZipMember] {
    var reader = ByteReader(archive.dropFirst(try end(of: archive) + 4))
    guard let part = reader.littleEndian(UInt16.self), reader.littleEndian(UInt16.self) == part,
      let here = reader.littleEndian(UInt16.self), let count = reader.littleEndian(UInt16.self),
      reader.littleEndian(UInt32.self) != nil, let offset = reader.littleEndian(UInt32.self)
    else { throw .endsEarly(.npz) }
    guard part == 0, here == count else { throw .zip(.severalParts) }
    guard count <= mostMembers else {
      throw .tooManyMembers(Int(count), limit: mostMembers)
    }
    try requireSmall(offset)
    guard Int(offset) <= archive.count else { throw .zip(.directory) }
    var entries = ByteReader(archive.dropFirst(Int(offset)))
    var members: [ZipMember] = []
    for _ in 0..<count { members.append(try member(&entries)) }
    return members
  }

  /// The bytes of a member as they lie in the archive.
  static func packedBytes(
    of member: ZipMember, in archive: ArraySlice<UInt8>
  ) throws(FileError.Cause) -> ArraySlice<UInt8> {
    var reader = ByteReader(archive.dropFirst(member.offset))
    guard reader.littleEndian(UInt32.self) == 0x0403_4B50, reader.take(22) != nil,
      let name = reader.littleEndian(UInt16.self), let extra = reader.littleEndian(UInt16.self),
      reader.take(Int(name) + Int(extra)) != nil
    else { throw .zip(.place) }
    guard let bytes = reader.take(member.packedSize) else { throw .endsEarly(.npz) }
    return bytes
  }

  /// Where the record that ends an archive starts. A comment may follow it, so it is looked for from the
  /// back, where its comment would end with the file.
  private static func end(of archive: ArraySlice<UInt8>) throws(FileError.Cause) -> Int {
    let size = 22
    var place = archive.endIndex - size
    let first = max(archive.startIndex, place - Int(UInt16.max))
    while place >= first {
      var reader = ByteReader(archive[place...])
      if reader.littleEndian(UInt32.self) == 0x0605_4B50, reader.take(16) != nil,
        let comment = reader.littleEndian(UInt16.self), reader.left == Int(comment)
      {
        return place - archive.startIndex
      }
      place -= 1
    }
    throw .endsEarly(.npz)
  }

  private static func member(_ reader: inout ByteReader) throws(FileError.Cause) -> ZipMember {
    guard reader.littleEndian(UInt32.self) == 0x0201_4B50, reader.take(4) != nil,
      let flags = reader.littleEndian(UInt16.self), let method = reader.littleEndian(UInt16.self),
      reader.take(4) != nil, let checksum = reader.littleEndian(UInt32.self),
      let packedSize = reader.littleEndian(UInt32.self),
      let size = reader.littleEndian(UInt32.self),
      let nameLength = reader.littleEndian(UInt16.self),
      let extra = reader.littleEndian(UInt16.self),
      let comment = reader.littleEndian(UInt16.self), reader.take(8) != nil,
      let offset = reader.littleEndian(UInt32.self), let name = reader.take(Int(nameLength)),
      reader.take(Int(extra) + Int(comment)) != nil
    else { throw .zip(.directory) }
    guard flags & 1 == 0 else { throw .zip(.encrypted) }
    guard method == 0 || method == 8 else { throw .zip(.method) }
    for number in [packedSize, size, offset] { try requireSmall(number) }
    return ZipMember(
      name: String(decoding: name, as: UTF8.self), method: method, checksum: checksum,
      packedSize: Int(packedSize), size: Int(size), offset: Int(offset))
  }

  /// The largest number stands for one that is kept elsewhere, in archives of 4 GiB and more.
  private static func requireSmall(_ number: UInt32) throws(FileError.Cause) {
    if number == .max { throw .zip(.size) }
  }
}
