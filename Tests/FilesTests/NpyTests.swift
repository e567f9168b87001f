import Kernels
import Tensors
import Testing

@testable import Files

/// NumPy's files. The bytes and figures are what NumPy 2.4 writes and reads.
@Suite struct NpyTests {
  struct Stored: Sendable, CustomTestStringConvertible {
    let type: String
    let digits: String
    let cells: [Double]
    var testDescription: String { type }
  }

  private static let floats64 = [1.5, -2, 3.25, 4, 0.005, -60_000_000_000]
  private static let floats32 = [1.5, -2, 3.25, 4, 0.004_999_999_888_241_291, -60_000_002_048]

  static let types: [Stored] = [
    Stored(
      type: "<f8",
      digits: """
        000000000000f83f 00000000000000c0 0000000000000a40
        0000000000001040 7b14ae47e17a743f 000000b08ef02bc2
        """, cells: floats64),
    Stored(
      type: ">f8",
      digits: """
        3ff8000000000000 c000000000000000 400a000000000000
        4010000000000000 3f747ae147ae147b c22bf08eb0000000
        """, cells: floats64),
    Stored(
      type: "<f4", digits: "0000c03f 000000c0 00005040 00008040 0ad7a33b 76845fd1",
      cells: floats32),
    Stored(
      type: ">f4", digits: "3fc00000 c0000000 40500000 40800000 3ba3d70a d15f8476",
      cells: floats32),
    Stored(type: "|b1", digits: "00 01 00", cells: [0, 1, 0]),
    Stored(type: "|u1", digits: "00 01 00 ff fd", cells: [0, 1, 0, 255, 253]),
    Stored(type: "|i1", digits: "00 01 80 7f 7d", cells: [0, 1, -128, 127, 125]),
    Stored(type: "<u2", digits: "0000 0100 0000 ffff fdff", cells: [0, 1, 0, 65535, 65533]),
    Stored(type: ">u2", digits: "0000 0001 0000 ffff fffd", cells: [0, 1, 0, 65535, 65533]),
    Stored(type: "<i2", digits: "0000 0100 0080 ff7f fd7f", cells: [0, 1, -32768, 32767, 32765]),
    Stored(type: ">i2", digits: "0000 0001 8000 7fff 7ffd", cells: [0, 1, -32768, 32767, 32765]),
    Stored(
      type: "<u4", digits: "00000000 01000000 00000000 ffffffff fdffffff",
      cells: [0, 1, 0, 4_294_967_295, 4_294_967_293]),
    Stored(
      type: ">u4", digits: "00000000 00000001 00000000 ffffffff fffffffd",
      cells: [0, 1, 0, 4_294_967_295, 4_294_967_293]),
    Stored(
      type: "<i4", digits: "00000000 01000000 00000080 ffffff7f fdffff7f",
      cells: [0, 1, -2_147_483_648, 2_147_483_647, 2_147_483_645]),
    Stored(
      type: ">i4", digits: "00000000 00000001 80000000 7fffffff 7ffffffd",
      cells: [0, 1, -2_147_483_648, 2_147_483_647, 2_147_483_645]),
    Stored(
      type: "<i8", digits: "0100000000000000 ffffffffffffffff 0000000000000080",
      cells: [1, -1, -0x1p63]),
    Stored(
      type: ">i8", digits: "0000000000000001 ffffffffffffffff 8000000000000000",
      cells: [1, -1, -0x1p63]),
    Stored(type: "<u8", digits: "0100000000000000 0000000000002000", cells: [1, 0x1p53]),
    Stored(type: ">u8", digits: "0000000000000001 0020000000000000", cells: [1, 0x1p53]),
  ]

  @Test("every type that NumPy writes in either order of bytes", arguments: types)
  func everyType(_ stored: Stored) throws {
    let content = try decoded(
      npy(header(stored.type, "(\(stored.cells.count),)"), bytes(stored.digits)))
    let tensor = try #require(content.tensor)
    #expect(tensor.array == stored.cells)
    #expect(tensor.elementType == (stored.type.hasSuffix("f4") ? .f32 : .f64))
    #expect(content.format == .npy)
    #expect(content.notes.isEmpty)
  }

  @Test func `whole numbers past 2^53 are rounded and counted`() throws {
    let content = try decoded(
      npy(header("<u8", "(3,)"), bytes("ffffffffffffffff 0100000000000000 0100000000002000")))
    #expect(content.tensor?.array == [0x1p64, 1, 0x1p53])
    #expect(content.notes == [.rounded(count: 2)])
    #expect(content.notes.map(\.description) == ["2 whole numbers beyond 2^53 are rounded"])
  }

  @Test func `Fortran's order is put in rows`() throws {
    let data = bytes(
      """
      000000000000f03f 0000000000804e40 0000000000003540 0000000000405440 0000000000804440
      0000000000405940 0000000000002640 0000000000c05140 0000000000003f40 0000000000c05640
      0000000000804940 0000000000c05b40
      """)
    let tensor = try array(npy(header("<f8", "(2, 3, 2)", fortran: true), data))
    #expect(tensor.shape.description == "2x3x2")
    #expect(tensor.isContiguous)
    #expect(tensor.array == [1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 101, 111])
  }

  @Test("every version has its own width of the header's length", arguments: [1, 2, 3] as [UInt8])
  func versions(_ version: UInt8) throws {
    let tensor = try array(npy(header("|u1", "(2,)"), version: version, [3, 4]))
    #expect(tensor.array == [3, 4])
  }

  @Test(
    "headers that say the same in other words",
    arguments: [
      "{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"|u1\"}",
      "{'descr' : '|u1' , 'shape': ( 2 , ) , 'fortran_order' :False}   \n",
      "{'shape': (2, 1), 'fortran_order': True, 'descr': '=u1'}",
    ])
  func spellings(_ header: String) throws {
    #expect(try array(npy(header, [3, 4])).array == [3, 4])
  }

  @Test("shapes", arguments: [("()", 1), ("(0, 3)", 0), ("(1, 1, 1, 1, 1, 1, 1, 2)", 2)])
  func shapes(_ shape: String, _ count: Int) throws {
    let tensor = try array(npy(header("|u1", shape), [UInt8](repeating: 7, count: count)))
    #expect(tensor.array == [Double](repeating: 7, count: count))
  }

  static let refusals: [([UInt8], String)] = [
    (npy(header("|O", "(1,)")), "npy cells that are Python objects are not read"),
    (npy(header("|V8", "(1,)")), "npy cells that are records are not read"),
    (
      npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}"),
      "npy cells that are records are not read"
    ),
    (npy(header("<c16", "(1,)")), "npy cells of type '<c16' are not read"),
    (npy(header("<f2", "(1,)")), "npy cells of type '<f2' are not read"),
    (npy(header("<U3", "(1,)")), "npy cells of type '<U3' are not read"),
    (npy(header("", "(1,)")), "npy cells of type '' are not read"),
    (npy("", []), "npy header: '{' is due at byte 0"),
    (npy("{}"), "npy header: the key 'descr' is due at byte 2"),
    (npy("{descr"), "npy header: a key in quotes is due at byte 1"),
    (npy("{'descr"), "npy header: a closing quote is due at byte 7"),
    (npy("{'a\u{1B}b': 1}"), "npy header: a key of plain letters is due at byte 1"),
    (npy("{'a': 1}"), "npy header: another key is due at byte 1"),
    (npy("{'shape': (1,), 'shape': (1,)}"), "npy header: another key is due at byte 16"),
    (npy("{'shape' (1,)}"), "npy header: ':' is due at byte 9"),
    (npy("{'shape': 3}"), "npy header: '(' is due at byte 10"),
    (npy("{'shape': (3)}"), "npy header: ',' is due at byte 12"),
    (npy("{'shape': (-3,)}"), "npy header: a length is due at byte 11"),
    (npy("{'shape': (3, 4 5)}"), "npy header: ')' is due at byte 16"),
    (npy("{'shape': (9223372036854775808,)}"), "npy header: a length below 2^63 is due at byte 11"),
    (npy("{'fortran_order': 0}"), "npy header: True or False is due at byte 18"),
    (npy("{'descr': 8}"), "npy header: a type in quotes is due at byte 10"),
    (npy(header("|u1", "(1,)") + "x", [1]), "npy header: the end is due at byte 58"),
    (npy(header("|u1", "(1,)"), version: 4), "npy version 4.0, not 1.0, 2.0 or 3.0"),
    (
      npy(String(repeating: " ", count: 10_001)),
      "an npy header of 10001 bytes, more than 10000"
    ),
    (Array(npy("{}").prefix(7)), "the npy file ends too early"),
    (Array(npy("{}").prefix(9)), "the npy file ends too early"),
    (Array(npy("{}").prefix(11)), "the npy file ends too early"),
    (
      npy(header("<f8", "(3, 4)"), [1, 2, 3]),
      "cut short: npy data of 96 bytes, 3 there"
    ),
    (
      npy(header("<f8", "(1,)"), [UInt8](repeating: 0, count: 9)),
      "too long: npy data of 8 bytes, 9 there"
    ),
    (
      npy(header("|u1", "(1, 1, 1, 1, 1, 1, 1, 1, 1)"), [1]),
      "9 dimensions, more than 8"
    ),
    (
      npy(header("|u1", "(4294967296, 4294967296)")),
      "4294967296x4294967296 is more cells than can be addressed"
    ),
    (
      npy(header("|u1", "(0, 4611686018427387904, 4611686018427387904)")),
      "0x4611686018427387904x4611686018427387904 is more cells than can be addressed"
    ),
    (
      npy(header("<f8", "(536870912,)")),
      "cut short: npy data of 4294967296 bytes, 0 there"
    ),
  ]

  @Test("what is refused, and why", arguments: refusals)
  func refused(_ file: [UInt8], _ text: String) {
    #expect(refusal(file) == text)
  }

  @Test("a tensor comes back as it was written", arguments: ElementType.allCases)
  func roundTrip(_ type: ElementType) throws {
    for lengths in [[], [3], [2, 3], [0], [2, 0, 3], [1, 2, 1, 2, 1, 2, 1, 2]] {
      var next = -0.1
      let tensor = try Tensor(Shape(lengths), type) {
        next *= -1.7
        return next
      }
      let file = try NpyFile.bytes(of: tensor)
      #expect((file.count - tensor.shape.count * type.byteCount) % 64 == 0)
      let back = try array(file)
      #expect(back.shape == tensor.shape)
      #expect(back.elementType == type)
      #expect(back.array == tensor.array)
    }
  }

  @Test func `the file is byte for byte NumPy's`() throws {
    let head = "{'descr': '<f8', 'fortran_order': False, 'shape': (), }"
    let blanks = String(repeating: " ", count: 118 - head.utf8.count - 1)
    #expect(
      try NpyFile.bytes(of: Tensor(3)) == npy(head + blanks + "\n", bytes("0000000000000840")))
  }

  @Test func `views are written as they are seen`() throws {
    let tensor = try Tensor([1, 2, 3, 4, 5, 6] as [Float], Shape([2, 3])).transposed()
    let back = try array(NpyFile.bytes(of: tensor))
    #expect(back.shape.description == "3x2")
    #expect(back.array == [1, 4, 2, 5, 3, 6])
  }
}
