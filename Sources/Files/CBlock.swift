import CPNG

/// Copies of what the C libraries hand over.
enum CBlock {
  /// The bytes of a block.
  static func bytes(_ block: patchwork_block) -> [UInt8] {
    Array(UnsafeBufferPointer(start: block.bytes, count: block.count))
  }

  /// The text of a message.
  static func text(_ message: patchwork_message) -> String {
    withUnsafeBytes(of: message.text) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
