#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls on paths, and what all calls have in common: `errno` becomes an error, a call that
/// a signal broke off is made again, and a test's `FaultPlan` gets its say.
enum SystemCalls {
  /// Makes a call until no signal breaks it off; a user's wish to stop is left to the caller's loop.
  static func retried<Value: FixedWidthInteger>(
    _ call: SystemCall, _ body: () -> Value
  ) throws(FileError.Cause) -> Value {
    while true {
      if case .failure(let code) = FaultPlan.current?.next(call) {
        if code == EINTR { continue }
        throw FileError.Cause(call, code)
      }
      let value = body()
      if value >= 0 { return value }
      let code = errno
      if code != EINTR { throw FileError.Cause(call, code) }
    }
  }

  /// As `retried`, for calls that handle up to `count` bytes.
  static func retried(
    _ call: SystemCall, atMost count: Int, _ body: (Int) -> Int
  ) throws(FileError.Cause) -> Int {
    while true {
      var allowed = count
      switch FaultPlan.current?.next(call) {
      case .failure(EINTR): continue
      case .failure(let code): throw FileError.Cause(call, code)
      case .half: allowed = max(1, count / 2)
      case .interrupt, nil: break
      }
      let value = body(min(allowed, count))
      if value >= 0 { return value }
      let code = errno
      if code != EINTR { throw FileError.Cause(call, code) }
      try Interruption.check()
    }
  }

  /// Closes a descriptor.
  ///
  /// - Returns: 0, or the code it left.
  static func closeSilently(_ descriptor: Int32) -> Int32 {
    close(descriptor) == 0 ? 0 : errno
  }

  /// What the system knows of a path, symbolic links followed.
  static func status(_ path: String) throws(FileError.Cause) -> FileStatus {
    var status = stat()
    _ = try retried(.stat) { stat(path, &status) }
    return FileStatus(status)
  }

  /// Where a symbolic link leads; nil if the path is none.
  static func linkTarget(_ path: String) throws(FileError.Cause) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    do throws(FileError.Cause) {
      let count = try retried(.readlink, atMost: target.count) { count in
        target.withUnsafeMutableBufferPointer { buffer in
          buffer.baseAddress.map { readlink(path, $0, count) } ?? -1
        }
      }
      return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    } catch .system(.readlink, EINVAL) {
      return nil
    } catch .missing {
      return nil
    }
  }

  /// Asks whether an existing file may be written.
  static func requireWritable(_ path: String) throws(FileError.Cause) {
    _ = try retried(.access) { access(path, W_OK) }
  }

  /// Puts a file in another's place, in one step.
  static func rename(_ old: String, to new: String) throws(FileError.Cause) {
    _ = try retried(.rename) {
      #if canImport(Glibc)
        Glibc.rename(old, new)
      #else
        Darwin.rename(old, new)
      #endif
    }
  }

  /// Removes a file.
  static func remove(_ path: String) throws(FileError.Cause) {
    _ = try retried(.unlink) { unlink(path) }
  }
}
