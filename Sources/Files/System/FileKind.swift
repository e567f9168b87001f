#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path names.
public enum FileKind: Sendable, Hashable {
  /// An ordinary file, the only kind that is read and written.
  case regular
  /// A folder.
  case directory
  /// A pipe with a name.
  case pipe
  /// A device, as `/dev/zero`.
  case device
  /// A socket.
  case socket
  /// Something else.
  case other

  init(_ mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFIFO: .pipe
      case S_IFCHR, S_IFBLK: .device
      case S_IFSOCK: .socket
      default: .other
      }
  }
}
