import Lab

/// Puts the bytes that a terminal sends together to keys.
///
/// The sequences are those of xterm and the VT220, which all terminals of today send.
struct KeyDecoder {
  private var pending: [UInt8] = []

  /// Whether bytes of an unfinished key are waiting; after a pause they are a key of their own.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes one byte; the key it completes, if it does.
  mutating func take(_ byte: UInt8) -> Key? {
    pending.append(byte)
    guard let key = Self.key(pending) else { return nil }
    pending.removeAll()
    return key
  }

  /// No more bytes came: what is waiting is a key by itself.
  mutating func flush() -> Key? {
    defer { pending.removeAll() }
    if pending.isEmpty { return nil }
    return pending == [0x1B] ? .escape : .unknown
  }

  /// The key of these bytes; nil while more must follow.
  private static func key(_ bytes: [UInt8]) -> Key? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escapeSequence(bytes.dropFirst())
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x03: return .interrupt
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(first + 0x60)))
    case 0x00...0x1F: return .unknown
    default: return character(bytes, first)
    }
  }

  private static func character(_ bytes: [UInt8], _ first: UInt8) -> Key? {
    let length =
      switch first {
      case ..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    if length == 0 || bytes.dropFirst().contains(where: { $0 & 0xC0 != 0x80 }) { return .unknown }
    guard bytes.count == length else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self), let only = text.first else {
      return .unknown
    }
    return .character(only)
  }

  /// What follows an escape: `[` or `O`, parameters, a final byte.
  private static func escapeSequence(_ bytes: ArraySlice<UInt8>) -> Key? {
    guard let opening = bytes.first else { return nil }
    guard opening == UInt8(ascii: "[") || opening == UInt8(ascii: "O") else { return .unknown }
    guard bytes.count > 1, let final = bytes.last else { return nil }
    guard (0x40...0x7E).contains(final) else { return bytes.count > 16 ? .unknown : nil }
    let parameters = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    return named(final, String(parameters.prefix { $0 != ";" }))
  }

  private static func named(_ final: UInt8, _ parameter: String) -> Key {
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "M") where parameter.isEmpty: return .enter
    case UInt8(ascii: "~"): break
    default: return .unknown
    }
    switch parameter {
    case "1", "7": return .home
    case "4", "8": return .end
    case "3": return .delete
    case "5": return .pageUp
    case "6": return .pageDown
    default: return .unknown
    }
  }
}
