#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the bytes of scripts and recorded sessions: files, and pipes such as `<(…)` too.
public enum ScriptReader {
  /// The most that is taken for a script, in bytes: beyond it somebody handed over data.
  public static let limit = 64 << 20

  /// The bytes of a file, without a byte-order mark.
  ///
  /// - Throws: `FileError` if there is none, or it is a folder or too long.
  public static func bytes(ofFile path: String) throws(FileError) -> [UInt8] {
    do throws(FileError.Cause) {
      try FilePath.requireUsable(path)
      return try bytes(of: OpenFile(path, O_RDONLY | O_NOCTTY))
    } catch {
      throw FileError(path, error)
    }
  }

  /// The bytes of a file that can be read again; pipes and devices are refused.
  ///
  /// - Throws: `FileError` as above.
  public static func bytes(ofOrdinaryFile path: String) throws(FileError) -> [UInt8] {
    do throws(FileError.Cause) {
      try FilePath.requireUsable(path)
      let file = try OpenFile(path, O_RDONLY | O_NOCTTY | O_NONBLOCK)
      let kind = try file.status().kind
      guard kind == .regular || kind == .directory else { throw .notRegular(kind) }
      return try bytes(of: file)
    } catch {
      throw FileError(path, error)
    }
  }

  /// The bytes of standard input, to its end.
  public static func bytesOfStandardInput() throws(FileError) -> [UInt8] {
    try bytes(ofFile: "/dev/stdin")
  }

  private static func bytes(of file: borrowing OpenFile) throws(FileError.Cause) -> [UInt8] {
    let status = try file.status()
    if status.kind == .directory { throw .directory }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try Interruption.check()
      let count = try file.read(into: &buffer)
      if count == 0 { break }
      guard bytes.count + count <= limit else {
        throw .tooLarge(bytes: bytes.count + count, limit: limit)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
