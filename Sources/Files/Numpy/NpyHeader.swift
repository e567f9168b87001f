/// What an npy file says of its array: the literal of a Python dictionary of three entries.
///
/// Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
struct NpyHeader {
  let format: CellFormat
  /// Whether the first index, not the last, runs fastest.
  let isFortranOrder: Bool
  let lengths: [Int]

  /// NumPy refuses longer headers too, `max_header_size` of `numpy.load`.
  static let longest = 10_000

  /// Parses the header's text.
  init(_ text: ArraySlice<UInt8>) throws(FileError.Cause) {
    var parser = NpyHeaderParser(text)
    let entries = try parser.dictionary()
    format = try Self.format(entries.descr)
    isFortranOrder = entries.fortranOrder
    lengths = entries.shape
  }

  /// Reads a type's description, for example `<f8`: order of bytes, kind, bytes a cell.
  private static func format(_ text: String) throws(FileError.Cause) -> CellFormat {
    let letters = Array(text.utf8)
    // Objects and records, whatever number of bytes follows.
    switch letters.dropFirst().first {
    case UInt8(ascii: "O"): throw .npyObjects
    case UInt8(ascii: "V"): throw .npyRecords
    default: break
    }
    guard letters.count == 3, "<>|=".utf8.contains(letters[0]) else { throw .npyElementType(text) }
    let isBigEndian = letters[0] == UInt8(ascii: ">")
    let kinds: [String: CellFormat.Kind] = [
      "b1": .boolean, "u1": .unsigned, "u2": .unsigned, "u4": .unsigned, "u8": .unsigned,
      "i1": .signed, "i2": .signed, "i4": .signed, "i8": .signed, "f4": .float, "f8": .float,
    ]
    guard let kind = kinds[String(text.dropFirst())] else { throw .npyElementType(text) }
    return CellFormat(
      kind: kind, size: Int(letters[2] - UInt8(ascii: "0")), isBigEndian: isBigEndian)
  }
}
