#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file beside the one it will replace; it removes itself unless it did.
struct TemporaryFile: ~Copyable {
  private let path: String
  private var file: OpenFile?
  private var isInPlace = false

  /// Makes an empty file; its name is short, since the target's may be as long as allowed.
  init(in folder: String) throws(FileError.Cause) {
    var attempts = 0
    while true {
      let number = String(UInt64.random(in: .min ... .max), radix: 36)
      let path = FilePath.joined(folder, ".patchwork-\(number)")
      do throws(FileError.Cause) {
        file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
        self.path = path
        return
      } catch .system(.open, EEXIST) where attempts < 100 {
        attempts += 1
      }
    }
  }

  deinit {
    // The failure that led here is the one to tell of, not a second one.
    if !isInPlace { try? SystemCalls.remove(path) }
  }

  /// Writes all bytes and waits until the disk has them.
  ///
  /// - Parameter mode: the permissions to set; nil leaves those of a new file.
  mutating func fill(with bytes: [UInt8], mode: mode_t?) throws(FileError.Cause) {
    guard let file = file.take() else { return }
    var written = 0
    while written < bytes.count {
      try Interruption.check()
      written += try file.write(bytes, written..<min(bytes.count, written + FileBytes.step))
    }
    if let mode { try file.setMode(mode) }
    try file.synchronize()
    try file.close()
  }

  /// Gives the file the name of the one it replaces.
  mutating func moveIntoPlace(_ target: String) throws(FileError.Cause) {
    try SystemCalls.rename(path, to: target)
    isInPlace = true
  }
}
