/// The system calls this room makes: the places where the outside world can say no.
public enum SystemCall: String, Sendable, CaseIterable {
  /// `open`, of a file or of its folder.
  case open
  /// `fstat` or `stat`.
  case stat
  /// `readlink`.
  case readlink
  /// `access`.
  case access
  /// `read`.
  case read
  /// `write`.
  case write
  /// `fchmod`.
  case chmod
  /// `fsync`.
  case fsync
  /// `close`, where what it says matters.
  case close
  /// `rename`.
  case rename
  /// `unlink`.
  case unlink
}
