#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a whole file into memory.
enum FileBytes {
  /// Bytes between two looks at the interrupt flag.
  static let step = 1 << 20

  /// Reads an ordinary file of at most `limit` bytes.
  ///
  /// - Throws: `FileError.Cause` if there is none, it is of another kind, larger, or the user asks to
  ///   stop.
  static func read(_ path: String, limit: Int) throws(FileError.Cause) -> [UInt8] {
    try FilePath.requireUsable(path)
    // Without O_NONBLOCK, opening a pipe would wait for someone to write to it.
    let file = try OpenFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    let status = try file.status()
    try status.requireRegular()
    guard status.size <= limit else { throw .tooLarge(bytes: status.size, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(status.size)
    // One byte more than is due, so that most files are read and seen to end in two calls.
    var buffer = [UInt8](repeating: 0, count: min(step, status.size + 1))
    while true {
      try Interruption.check()
      let count = try file.read(into: &buffer)
      if count == 0 { break }
      guard count <= limit - bytes.count else {
        throw .tooLarge(bytes: bytes.count + count, limit: limit)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
    try file.close()
    return bytes
  }
}
