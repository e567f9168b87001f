/// Takes a grey or colour map apart: numbers between blanks and comments, then the samples.
struct PortableScanner {
  private let bytes: ArraySlice<UInt8>
  private let format: FileFormat
  private var place: Int

  /// Starts behind the two letters of the kind.
  init(_ bytes: ArraySlice<UInt8>, _ format: FileFormat) {
    self.bytes = bytes
    self.format = format
    place = bytes.startIndex + 2
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Takes a number in a range.
  mutating func number(
    _ what: String, _ range: ClosedRange<Int>
  ) throws(FileError.Cause) -> Int {
    skipBlanks()
    let start = place
    guard let value = try digits(), range.contains(value) else {
      throw .portable(expected: what, at: start - bytes.startIndex)
    }
    return value
  }

  /// Takes samples written as text.
  ///
  /// - Returns: the samples as the binary kinds store them.
  mutating func numbers(_ count: Int, _ maximum: Int) throws(FileError.Cause) -> [UInt8] {
    // Two bytes a number at least, but for the last: so a small file cannot ask for much memory.
    let most = (bytes.endIndex - place) / 2 + 1
    guard count <= most else { throw .truncated(format, expected: 2 * count, found: 2 * most) }
    var samples: [UInt8] = []
    samples.reserveCapacity(maximum > 255 ? 2 * count : count)
    for number in 0..<count {
      if number & 0xFFFF == 0 { try Interruption.check() }
      skipBlanks()
      let start = place
      guard let value = try digits() else {
        throw .portable(expected: "a number", at: start - bytes.startIndex)
      }
      guard value <= maximum else { throw .sample(value, maximum: maximum, at: number) }
      if maximum > 255 { samples.append(UInt8(value >> 8)) }
      samples.append(UInt8(value & 0xFF))
    }
    skipBlanks()
    guard place == bytes.endIndex else {
      throw .portable(expected: "the end", at: place - bytes.startIndex)
    }
    return samples
  }

  /// Takes the bytes behind the one blank that ends the head; blanks may follow them.
  mutating func raster(_ count: Int) throws(FileError.Cause) -> ArraySlice<UInt8> {
    guard place < bytes.endIndex else { throw .endsEarly(format) }
    guard Self.isBlank(bytes[place]) else {
      throw .portable(expected: "a blank", at: place - bytes.startIndex)
    }
    let rest = bytes[(place + 1)...]
    guard rest.count >= count else {
      throw .truncated(format, expected: count, found: rest.count)
    }
    guard rest.dropFirst(count).allSatisfy(Self.isBlank) else {
      throw .surplus(format, expected: count, found: rest.count)
    }
    return rest.prefix(count)
  }

  /// Takes digits; nil if there are none or their number is past any that is due here.
  private mutating func digits() throws(FileError.Cause) -> Int? {
    guard place < bytes.endIndex else { throw .endsEarly(format) }
    var value = 0
    let start = place
    while place < bytes.endIndex, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      guard value <= Int(Int32.max) else { return nil }
      value = 10 * value + Int(digit)
      place += 1
    }
    return place > start ? value : nil
  }

  private mutating func skipBlanks() {
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "#") {
        place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      } else if Self.isBlank(bytes[place]) {
        place += 1
      } else {
        return
      }
    }
  }
}
