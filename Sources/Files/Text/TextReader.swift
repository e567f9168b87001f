import Kernels

/// Gathers the rows of a text file.
struct TextReader<Cell: Scalar & LosslessStringConvertible> {
  /// The numbers of all rows.
  private(set) var cells: [Cell] = []
  /// How many rows there were.
  private(set) var rows = 0
  /// How many numbers the rows have.
  private(set) var columns = 0
  /// How many finite numbers were beyond the type's range.
  private(set) var overflowed = 0

  /// The most bytes that the numbers may take.
  private let limit: Int
  private var line = 0
  private var firstLine = 0
  /// A comma or a semicolon; nil for blanks. The first row decides.
  private var separator: UInt8?

  init(limit: Int) {
    self.limit = limit
  }

  /// Reads a line, of which there may be no row: a blank one, or a comment.
  mutating func read(line bytes: ArraySlice<UInt8>) throws(FileError.Cause) {
    line += 1
    if line & 0xFFF == 0 { try Interruption.check() }
    let row = Self.trimmed(bytes.prefix { $0 != UInt8(ascii: "#") })
    if row.isEmpty { return }
    if rows == 0 {
      firstLine = line
      separator = [UInt8(ascii: ";"), UInt8(ascii: ",")].first { row.contains($0) }
    }
    let fields = fields(row)
    for field in fields {
      if cells.count & 0xFFF == 0 { try Interruption.check() }
      guard let number = NumberText.number(field, Cell.self) else {
        throw notANumber(field, in: bytes, heading: isHeading(fields))
      }
      // Only `inf` itself starts with a letter.
      if number.isInfinite, field.last.map({ $0 < UInt8(ascii: "A") }) == true { overflowed += 1 }
      cells.append(number)
    }
    if rows == 0 { columns = fields.count }
    guard fields.count == columns else {
      throw .ragged(
        line: line, count: fields.count, firstLine: firstLine, firstCount: columns)
    }
    rows += 1
    try requireBudget()
  }

  private func fields(_ row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard let separator else { return row.split(whereSeparator: Self.isBlank) }
    return row.split(separator: separator, omittingEmptySubsequences: false).map(Self.trimmed)
  }

  private func isHeading(_ fields: [ArraySlice<UInt8>]) -> Bool {
    rows == 0 && fields.allSatisfy { !$0.isEmpty && NumberText.number($0, Cell.self) == nil }
  }

  private func notANumber(
    _ field: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>, heading: Bool
  ) -> FileError.Cause {
    let before = String(decoding: bytes[..<field.startIndex], as: UTF8.self)
    // A field of a megabyte is no use in a message.
    let text = String(String(decoding: field.prefix(256), as: UTF8.self).prefix(24))
    return .notANumber(text, line: line, column: before.count + 1, heading: heading)
  }

  private func requireBudget() throws(FileError.Cause) {
    let bytes = cells.count * MemoryLayout<Cell>.size
    if bytes > limit {
      throw .overBudget([rows, columns], Cell.elementType, bytes: bytes, limit: limit)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = text.drop(while: isBlank)
    guard let last = front.lastIndex(where: { !isBlank($0) }) else { return front.prefix(0) }
    return front[...last]
  }
}
