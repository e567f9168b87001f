#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system knows of a file: its kind, size and permissions.
struct FileStatus {
  let kind: FileKind
  /// Bytes; 0 for some files that have content all the same, as those under `/proc`.
  let size: Int
  /// The permissions, without the kind.
  let mode: mode_t

  init(_ status: stat) {
    kind = FileKind(status.st_mode)
    size = max(0, Int(status.st_size))
    mode = status.st_mode & 0o7777
  }

  /// - Throws: `directory` or `notRegular` for anything but an ordinary file.
  func requireRegular() throws(FileError.Cause) {
    switch kind {
    case .regular: return
    case .directory: throw .directory
    default: throw .notRegular(kind)
    }
  }
}
