/// Reads a file's bytes from front to back; at the end there is nil, never a trap.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  /// The place of the next byte, as the slice counts.
  private(set) var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// How many bytes are left.
  var left: Int { bytes.endIndex - place }

  /// The next byte, which stays the next.
  var peek: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  /// Takes the next byte.
  mutating func byte() -> UInt8? {
    guard let byte = peek else { return nil }
    place += 1
    return byte
  }

  /// Takes the next bytes.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= left else { return nil }
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// Takes a number whose lowest byte comes first.
  mutating func littleEndian<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
    take(MemoryLayout<Value>.size)?.reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
  }

  /// Takes a number whose highest byte comes first.
  mutating func bigEndian<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
    take(MemoryLayout<Value>.size)?.reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
  }
}
