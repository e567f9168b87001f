#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a script from a pipe or a file that is standard input. The line editor has no part in it,
/// so that no byte of a script is a key.
public enum ScriptReader {
  /// A script that is longer is not one; what lies beyond is left unread, for the language to refuse.
  private static let limit = 16 << 20

  /// The bytes of standard input, to its end.
  ///
  /// - Throws: `ScriptReadError` if they cannot be read.
  public static func standardInput() throws(ScriptReadError) -> [UInt8] {
    try bytes(of: 0)
  }

  static func bytes(of descriptor: Int32) throws(ScriptReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        throw ScriptReadError(code: errno)
      }
    }
    return bytes
  }
}
