#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileError.Cause {
  /// The cause behind a code that a system call left in `errno`.
  init(_ call: SystemCall, _ code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EISDIR: .directory
      case EACCES, EPERM: .denied
      case ELOOP: .linksInCircle
      case EINTR: .interrupted
      case ENOMEM: .noMemory
      default: .system(call, code)
      }
  }
}
