#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file: the descriptor and the system calls on it, closed when it goes out of scope.
///
/// A call that a signal broke off is made again, unless the user asked to stop.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Parameter mode: the permissions of a file that `flags` create, less the process's mask.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError.Cause) {
    descriptor = try SystemCalls.retried(.open) {
      #if canImport(Glibc)
        Glibc.open(path, flags | O_CLOEXEC, mode)
      #else
        Darwin.open(path, flags | O_CLOEXEC, mode)
      #endif
    }
  }

  deinit { _ = SystemCalls.closeSilently(descriptor) }

  /// What the system knows of the file.
  func status() throws(FileError.Cause) -> FileStatus {
    var status = stat()
    _ = try SystemCalls.retried(.stat) { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Reads at most as many bytes as the buffer has.
  ///
  /// - Returns: how many bytes were read; 0 at the end of the file.
  func read(into buffer: inout [UInt8]) throws(FileError.Cause) -> Int {
    try SystemCalls.retried(.read, atMost: buffer.count) { count in
      buffer.withUnsafeMutableBytes { bytes in
        #if canImport(Glibc)
          Glibc.read(descriptor, bytes.baseAddress, count)
        #else
          Darwin.read(descriptor, bytes.baseAddress, count)
        #endif
      }
    }
  }

  /// Writes bytes of the array; the system may take fewer than it was offered.
  ///
  /// - Returns: how many bytes were written.
  func write(_ bytes: [UInt8], _ range: Range<Int>) throws(FileError.Cause) -> Int {
    try SystemCalls.retried(.write, atMost: range.count) { count in
      bytes[range].withUnsafeBytes { part in
        #if canImport(Glibc)
          Glibc.write(descriptor, part.baseAddress, count)
        #else
          Darwin.write(descriptor, part.baseAddress, count)
        #endif
      }
    }
  }

  /// Sets the permissions.
  func setMode(_ mode: mode_t) throws(FileError.Cause) {
    _ = try SystemCalls.retried(.chmod) { fchmod(descriptor, mode) }
  }

  /// Waits until the disk has what was written.
  func synchronize() throws(FileError.Cause) {
    _ = try SystemCalls.retried(.fsync) { fsync(descriptor) }
  }

  /// Closes the file and says whether that went well: a network disk may report a failed write here.
  consuming func close() throws(FileError.Cause) {
    let code = SystemCalls.closeSilently(descriptor)
    discard self
    if case .failure(let fault) = FaultPlan.current?.next(.close) {
      throw FileError.Cause(.close, fault)
    }
    // After EINTR the descriptor is gone all the same, and may be another thread's by now.
    if code != 0 && code != EINTR { throw FileError.Cause(.close, code) }
  }
}
