import Kernels
import Tensors
import TestFolders
import Testing

@testable import Files

/// Archives, compressed files and MNIST's format.
@Suite struct ArchiveTests {
  /// What NumPy 2.4 writes: `savez_compressed(f, x=arange(3, dtype='>i2'), y=array([[0.5]], 'f4'))`.
  static let compressed = bytes(
    """
    504b03042d000000080000002100cd6d6a83ffffffffffffffff05001400782e6e70790100100086000000000000004a
    000000000000009bec17ea1b10c9c850c650ad9e925a9c5ca46ea5a06e9769a4aea3a09e965f54529498179f5f94920a
    12774bcc294e058a17672416a402f91ac63a9a3a0ab50a14002e06060646062600504b03042d000000080000002100b7
    eb96d8ffffffffffffffff05001400792e6e70790100100084000000000000004a000000000000009bec17ea1b10c9c8
    50c650ad9e925a9c5ca46ea5a06e9366a2aea3a09e965f54529498179f5f94920a12774bcc294e058a17672416a402f9
    1a863a0a869a3a0ab50a64032e0606067b00504b01022d032d000000080000002100cd6d6a834a000000860000000500
    00000000000000000000800100000000782e6e7079504b01022d032d000000080000002100b7eb96d84a000000840000
    00050000000000000000000000800181000000792e6e7079504b05060000000002000200660000000201
    00000000
    """)

  /// `gzip.compress(b'1,2\n3,4\n')`.
  static let gzipped = bytes("1f8b0800000000000203 33d431e232d631e10200 47936caf 08000000")

  /// A gzip file of a stored block: RFC 1952.
  static func gzip(_ data: [UInt8]) -> [UInt8] {
    bytes("1f8b08000000000000ff") + PictureFixture.storedBlock(data)
      + littleEndian(PictureFixture.crc32(data)) + littleEndian(UInt32(data.count))
  }

  /// An archive of one stored member, with its checksum and sizes as told.
  static func zip(
    name: String, _ data: [UInt8], flags: UInt16 = 0, method: UInt16 = 0, size: UInt32? = nil,
    checksum: UInt32? = nil
  ) -> [UInt8] {
    let sizes =
      littleEndian(checksum ?? PictureFixture.crc32(data)) + littleEndian(UInt32(data.count))
      + littleEndian(size ?? UInt32(data.count))
    let head =
      littleEndian(20 as UInt16) + littleEndian(flags) + littleEndian(method) + [0, 0, 0, 0] + sizes
      + littleEndian(UInt16(name.utf8.count)) + [0, 0]
    let member = bytes("504b0304") + head + Array(name.utf8) + data
    let directory =
      bytes("504b0102 1400") + head + [UInt8](repeating: 0, count: 14) + Array(name.utf8)
    return member + directory + bytes("504b0506 0000 0000 0100 0100")
      + littleEndian(UInt32(directory.count)) + littleEndian(UInt32(member.count)) + [0, 0]
  }

  static let small = npy(header("|u1", "(2,)"), [3, 4])

  @Test func `NumPy's compressed archive`() throws {
    let content = try decoded(Self.compressed)
    #expect(content.format == .npz)
    #expect(content.tensor == nil)
    #expect(content.arrays.map(\.name) == ["x", "y"])
    #expect(content.arrays.map(\.tensor.array) == [[0, 1, 2], [0.5]])
    #expect(content.arrays.map(\.tensor.shape.description) == ["3", "1x1"])
    #expect(content.arrays.map(\.tensor.elementType) == [.f64, .f32])
  }

  @Test func `an archive without members has no arrays`() throws {
    let content = try decoded(bytes("504b0506") + [UInt8](repeating: 0, count: 18))
    #expect(content.arrays.isEmpty)
  }

  @Test func `a comment may end an archive`() throws {
    var file = Self.zip(name: "a.npy", Self.small)
    file.replaceSubrange((file.count - 2)..., with: [3, 0] + Array("abc".utf8))
    #expect(try decoded(file).arrays.map(\.tensor.array) == [[3, 4]])
  }

  static let refusals: [([UInt8], String)] = [
    (bytes("504b0304"), "the npz file ends too early"),
    (Array(zip(name: "a.npy", small).dropLast()), "the npz file ends too early"),
    (zip(name: "a.txt", small), "in \"a.txt\": not an npy file"),
    (zip(name: ".npy", small), "in \".npy\": not an npy file"),
    (zip(name: "a.npy", [1, 2, 3]), "in \"a.npy\": not an npy file"),
    (zip(name: "a\u{1B}[2J.npy", [1]), "in \"a\\x1b[2J.npy\": not an npy file"),
    (
      zip(name: "a.npy", small, flags: 1),
      "an encrypted archive, which is not read"
    ),
    (
      zip(name: "a.npy", small, method: 9),
      "compressed in another way than deflate, which is not read"
    ),
    (
      zip(name: "a.npy", small, size: .max),
      "an archive of 4 GiB and more, which is not read"
    ),
    (zip(name: "a.npy", small, checksum: 1), "in \"a.npy\": the data do not fit their checksum"),
    (
      zip(name: "a.npy", small, size: 200),
      "in \"a.npy\": cut short: npz data of 200 bytes, \(small.count) there"
    ),
    (
      zip(name: "a.npy", small, size: 2),
      "in \"a.npy\": too long: npz data of 2 bytes, \(small.count) there"
    ),
    (
      zip(name: "a.npy", npy(header("|O", "(1,)"))),
      "in \"a.npy\": npy cells that are Python objects are not read"
    ),
    (
      zip(name: "a.npy", [0xFF, 1], method: 8),
      "in \"a.npy\": cannot be inflated: invalid block type"
    ),
  ]

  @Test("archives that are refused, and why", arguments: refusals)
  func refused(_ file: [UInt8], _ text: String) {
    #expect(refusal(file) == text)
  }

  /// Two archives in one: the members of the first, then those of the second.
  static func joined(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    func parts(_ file: [UInt8]) -> (member: [UInt8], entry: [UInt8]) {
      let start = file.count - 22
      let place = (0..<4).reduce(0) { $0 | Int(file[start + 16 + $1]) << (8 * $1) }
      return (Array(file[..<place]), Array(file[place..<start]))
    }
    let (a, b) = (parts(first), parts(second))
    var entry = b.entry
    entry.replaceSubrange(42..<46, with: littleEndian(UInt32(a.member.count)))
    let directory = a.entry + entry
    return a.member + b.member + directory + bytes("504b0506 00000000 0200 0200")
      + littleEndian(UInt32(directory.count))
      + littleEndian(UInt32(a.member.count + b.member.count))
      + [0, 0]
  }

  static let objects = npy(header("|O", "(1,)"))

  @Test("a member that cannot be read leaves the others to be read", arguments: [false, true])
  func unreadableMember(_ comesFirst: Bool) throws {
    let bad = Self.zip(name: "bad.npy", Self.objects)
    let good = Self.zip(name: "good.npy", Self.small)
    let file = comesFirst ? Self.joined(bad, good) : Self.joined(good, bad)
    let content = try decoded(file)
    #expect(content.arrays.map(\.name) == ["good"])
    #expect(content.names == (comesFirst ? ["bad", "good"] : ["good", "bad"]))
    #expect(
      content.refused == [FileRefusal(name: "bad", cause: .member("bad.npy", .npyObjects))])
  }

  @Test func `one array of an archive is read by its name, the others are left alone`() throws {
    let file = Self.joined(
      Self.zip(name: "bad.npy", Self.objects), Self.zip(name: "good.npy", Self.small))
    let content = try NpzFile.read(file[...], named: "good", limit: 1000)
    #expect(content.arrays.map(\.tensor.array) == [[3, 4]])
    #expect(content.refused.isEmpty)
    #expect(content.names == ["bad", "good"])
    #expect(throws: FileError.Cause.member("bad.npy", .npyObjects)) {
      try NpzFile.read(file[...], named: "bad", limit: 1000)
    }
    #expect(try NpzFile.read(file[...], named: "other", limit: 1000).arrays.isEmpty)
  }

  @Test func `of two arrays of one name the first is read`() throws {
    let file = Self.joined(
      Self.zip(name: "a.npy", Self.small), Self.zip(name: "a.npy", Self.objects))
    let content = try decoded(file)
    #expect(content.arrays.map(\.tensor.array) == [[3, 4]])
    #expect(content.refused.map(\.cause) == [.member("a.npy", .repeatedMember)])
  }

  @Test func `more than 1,024 members are refused unread`() throws {
    let number = try Tensor(vector: [1])
    let arrays = (0..<1024).map { FileArray(name: "a\($0)", tensor: number) }
    var file = try NpzFile.bytes(of: arrays)
    #expect(try decoded(file).arrays.count == 1024)
    file.replaceSubrange(file.count - 14..<file.count - 10, with: [1, 4, 1, 4])
    #expect(refusal(file) == "1025 arrays, more than 1024")
    #expect(throws: FileError.Cause.tooManyMembers(1025, limit: 1024)) {
      try NpzFile.bytes(of: arrays + [FileArray(name: "b", tensor: number)])
    }
  }

  @Test func `a bomb is cut off at the cap, counted as it inflates`() {
    // The members have 134 and 132 bytes.
    #expect(throws: FileError.Cause.member("y.npy", .inflatesTooFar(limit: 131))) {
      try NpzFile.read(Self.compressed[...], limit: 134 + 131)
    }
    #expect(throws: Never.self) { try NpzFile.read(Self.compressed[...], limit: 134 + 132) }
  }

  @Test func `archives come back as they were written`() throws {
    let folder = try TemporaryFolder()
    let arrays = [
      FileArray(name: "größe", tensor: try Tensor([1, 2] as [Float], Shape([1, 2]))),
      FileArray(name: "b", tensor: Tensor(3)),
    ]
    try FileWriter.write(arrays, to: folder.file("set.npz"))
    let back = try FileReader.read(folder.file("set.npz")).arrays
    #expect(back.map(\.name) == ["größe", "b"])
    #expect(back.map(\.tensor.array) == [[1, 2], [3]])
    #expect(back.map(\.tensor.elementType) == [.f32, .f64])
    try FileWriter.write(Tensor(3), to: folder.file("one.npz"))
    #expect(try FileReader.read(folder.file("one.npz")).arrays.map(\.name) == ["arr_0"])
  }

  @Test(
    "names that an archive cannot hold",
    arguments: ["", "a\nb", String(repeating: "n", count: 1000)])
  func names(_ name: String) {
    #expect(throws: FileError.Cause.memberName(name)) {
      try NpzFile.bytes(of: [FileArray(name: name, tensor: Tensor(1))])
    }
  }

  @Test func `a repeated name is refused`() {
    let array = FileArray(name: "a", tensor: Tensor(1))
    #expect(throws: FileError.Cause.member("a", .repeatedMember)) {
      try NpzFile.bytes(of: [array, array])
    }
  }

  @Test func `any format may be gzipped`() throws {
    #expect(try array(Self.gzipped).array == [1, 2, 3, 4])
    #expect(try array(Self.gzip(Self.small)).array == [3, 4])
    #expect(
      try array(Self.gzip(Array("1,2\n".utf8)) + Self.gzip(Array("3,4\n".utf8))).array == [
        1, 2, 3, 4,
      ])
  }

  static let gzipRefusals: [([UInt8], String)] = [
    (gzip(gzip([1])), "compressed twice with gzip"),
    (Array(gzipped.dropLast()), "the gzip file ends too early"),
    (Array(gzipped.prefix(2)), "the gzip file ends too early"),
    (gzipped + [0], "too long: gzip data of 28 bytes, 29 there"),
    (gzip([]), "the file is empty"),
    (bytes("1f8b09"), "the gzip file ends too early"),
  ]

  @Test("compressed files that are refused, and why", arguments: gzipRefusals)
  func refusedGzip(_ file: [UInt8], _ text: String) {
    #expect(refusal(file) == text)
  }

  @Test func `a damaged gzip file is told in zlib's words`() {
    var file = Self.gzipped
    file[file.count - 5] ^= 1
    #expect(refusal(file) == "cannot be inflated: incorrect data check")
  }

  @Test func `a gzip bomb is cut off at the cap`() {
    #expect(throws: FileError.Cause.inflatesTooFar(limit: 7)) {
      try Inflater.inflate(Self.gzipped[...], .gzip, in: nil, limit: 7)
    }
  }

  static let idxTypes: [(UInt8, String, [Double], ElementType)] = [
    (0x08, "00 01 ff", [0, 1, 255], .f32), (0x09, "00 ff 80", [0, -1, -128], .f32),
    (0x0B, "0000 0001 8000", [0, 1, -32768], .f32),
    (0x0C, "00000000 7fffffff ffffffff", [0, 2_147_483_647, -1], .f64),
    (0x0D, "3fc00000 40500000 c0000000", [1.5, 3.25, -2], .f32),
    (0x0E, "3ff8000000000000 400a000000000000 c000000000000000", [1.5, 3.25, -2], .f64),
  ]

  @Test("idx files of every type", arguments: idxTypes)
  func idx(_ type: UInt8, _ digits: String, _ cells: [Double], _ elementType: ElementType) throws {
    let content = try decoded([0, 0, type, 2, 0, 0, 0, 3, 0, 0, 0, 1] + bytes(digits), .f32)
    #expect(content.format == .idx)
    #expect(content.tensor?.shape.description == "3x1")
    #expect(content.tensor?.array == cells)
    #expect(content.tensor?.elementType == elementType)
  }

  static let idxRefusals: [([UInt8], String)] = [
    ([0, 0, 8, 1], "the idx file ends too early"),
    ([0, 0, 8, 2, 0, 0, 0, 3, 0, 0], "the idx file ends too early"),
    ([0, 0, 10, 1, 0, 0, 0, 1, 7], "idx cells of type 10 are not read"),
    ([0, 0, 8, 1, 0, 0, 0, 3, 1, 2], "cut short: idx data of 3 bytes, 2 there"),
    ([0, 0, 8, 1, 0, 0, 0, 1, 1, 2], "too long: idx data of 1 byte, 2 there"),
    ([0, 0, 8, 9] + [UInt8](repeating: 0, count: 36), "9 dimensions, more than 8"),
    (
      [0, 0, 8, 3] + [UInt8](repeating: 0xFF, count: 12),
      "4294967295x4294967295x4294967295 is more cells than can be addressed"
    ),
  ]

  @Test("idx files that are refused, and why", arguments: idxRefusals)
  func refusedIdx(_ file: [UInt8], _ text: String) {
    #expect(refusal(file) == text)
  }
}
