/// Makes PNG files of every kind from first principles: no compression, no filter, checksums by their
/// definition. So the decoder is not tested against its own encoder.
struct PictureFixture: Sendable, CustomStringConvertible {
  var type: UInt8
  var depth: Int
  var interlaced = false
  var width = 5
  var height = 4
  var transparent = false

  var description: String {
    "type \(type), \(depth) bits\(interlaced ? ", interlaced" : "")\(transparent ? ", tRNS" : "")"
  }

  /// The kinds that the standard allows: W3C PNG, table 11.1.
  static let all: [PictureFixture] = ([0, 2, 3, 4, 6] as [UInt8]).flatMap {
    type -> [PictureFixture] in
    let depths: [Int] = type == 0 ? [1, 2, 4, 8, 16] : type == 3 ? [1, 2, 4, 8] : [8, 16]
    return depths.flatMap { depth in
      [false, true].flatMap { interlaced in
        (type < 4 ? [false, true] : [false]).map {
          PictureFixture(type: type, depth: depth, interlaced: interlaced, transparent: $0)
        }
      }
    }
  }

  var storedChannels: Int { [1, 0, 3, 1, 2, 0, 4][Int(type)] }
  var colorChannels: Int { type == 2 || type == 3 || type == 6 ? 3 : 1 }
  var hasTransparency: Bool { transparent || type >= 4 }

  /// The sample (or palette index) as stored.
  func stored(_ row: Int, _ column: Int, _ channel: Int) -> Int {
    let largest = 1 << depth - 1
    return (row * 7919 + column * 104_729 + channel * 50_021 + 13) % (largest + 1)
  }

  private func paletteEntry(_ index: Int) -> [UInt8] {
    (0..<3).map { UInt8((index * 37 + $0 * 91 + 5) % 256) }
  }

  /// What the decoder must give: samples from 0 to 1, channel by channel.
  var cells: [Double] {
    (0..<colorChannels).flatMap { channel in
      (0..<height).flatMap { row in
        (0..<width).map { column in
          type == 3
            ? Double(paletteEntry(stored(row, column, 0))[channel]) / 255
            : Double(stored(row, column, channel)) / Double(1 << depth - 1)
        }
      }
    }
  }

  /// The file.
  var bytes: [UInt8] {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let head =
      bigEndian(UInt32(width)) + bigEndian(UInt32(height))
      + [UInt8(depth), type, 0, 0, interlaced ? 1 : 0]
    var file = signature + Self.chunk("IHDR", head)
    file += Self.chunk("tEXt", Array("Comment\0a fixture".utf8))
    if type == 3 {
      file += Self.chunk("PLTE", (0..<(1 << depth)).flatMap(paletteEntry))
    }
    if transparent {
      file += Self.chunk("tRNS", type == 3 ? [0] : type == 0 ? [0, 1] : [0, 1, 0, 1, 0, 1])
    }
    return file + Self.chunk("IDAT", Self.zlib(rows)) + Self.chunk("IEND", [])
  }

  /// The rows of all passes, each behind a byte that says "no filter".
  private var rows: [UInt8] {
    // Adam7: first column and row of a pass, and their steps.
    let passes =
      interlaced
      ? [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
      ] : [(0, 0, 1, 1)]
    var bytes: [UInt8] = []
    for (column, row, columnStep, rowStep) in passes where column < width {
      for row in stride(from: row, to: height, by: rowStep) {
        bytes.append(0)
        var bits: [Bool] = []
        for column in stride(from: column, to: width, by: columnStep) {
          for channel in 0..<storedChannels {
            let sample = stored(row, column, channel)
            bits += (0..<depth).reversed().map { sample >> $0 & 1 == 1 }
          }
        }
        for start in stride(from: 0, to: bits.count, by: 8) {
          bytes.append(
            (0..<8).reduce(0) { $0 << 1 | (start + $1 < bits.count && bits[start + $1] ? 1 : 0) })
        }
      }
    }
    return bytes
  }

  static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(crc32(body))
  }

  /// RFC 1950 around one stored block of RFC 1951.
  static func zlib(_ data: [UInt8]) -> [UInt8] {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in data {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return [0x78, 0x01] + storedBlock(data) + bigEndian(high << 16 | low)
  }

  static func storedBlock(_ data: [UInt8]) -> [UInt8] {
    let count = UInt16(data.count)
    return [1] + littleEndian(count) + littleEndian(~count) + data
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }
}
