#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The history on disk: plain UTF-8, one line a statement, added to under a lock as each is entered,
/// so that neither a crash nor a second session loses one.
struct HistoryFile {
  /// Where it is.
  let path: String

  /// Older lines than those in so many bytes at the end are not read back.
  private static let readBytes = 1 << 20

  /// `patchwork/history` in the user's folder for state (XDG Base Directory Specification 0.8); nil
  /// if the user has none.
  static func standard(stateHome: String?, home: String?) -> HistoryFile? {
    if let stateHome, stateHome.hasPrefix("/") {
      return HistoryFile(path: stateHome + "/patchwork/history")
    }
    guard let home, home.hasPrefix("/") else { return nil }
    return HistoryFile(path: home + "/.local/state/patchwork/history")
  }

  /// The entries, oldest first. A file that is not there has none.
  func entries() throws(HistoryError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw .unreadable(path: path, code: errno)
    }
    defer { close(descriptor) }
    let size = try size(of: descriptor)
    let skipped = max(0, size - Self.readBytes)
    var bytes = [UInt8](repeating: 0, count: size - skipped)
    let count = pread(descriptor, &bytes, bytes.count, off_t(skipped))
    guard count >= 0 else { throw .unreadable(path: path, code: errno) }
    var lines = bytes[..<count].split(separator: UInt8(ascii: "\n"))
    if skipped > 0, !lines.isEmpty { lines.removeFirst() }
    return lines.map { HistoryEntry.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Adds an entry. If it does not go in whole, nothing of it stays.
  func append(_ entry: String) throws(HistoryError) {
    makeFolders()
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, code: errno) }
    defer { close(descriptor) }  // gives the lock back
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    let size = try size(of: descriptor)
    var bytes = Array((HistoryEntry.escaped(entry) + "\n").utf8)
    // A line that was cut (power, a full disk) must not swallow this one.
    if endsInsideLine(descriptor, size) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
    let count = write(descriptor, bytes, bytes.count)
    if count < bytes.count {
      let code = count < 0 ? errno : ENOSPC
      _ = ftruncate(descriptor, off_t(size))
      throw .unwritable(path: path, code: code)
    }
  }

  private func size(of descriptor: Int32) throws(HistoryError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    return Int(status.st_size)
  }

  private func endsInsideLine(_ descriptor: Int32, _ size: Int) -> Bool {
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, off_t(size - 1)) == 1
      && last != UInt8(ascii: "\n")
  }

  /// Makes the folders on the way; opening the file tells whether that worked.
  private func makeFolders() {
    guard let end = path.lastIndex(of: "/"), access(String(path[..<end]), F_OK) != 0 else { return }
    for index in path[..<path.index(after: end)].indices.dropFirst() where path[index] == "/" {
      mkdir(String(path[..<index]), 0o700)
    }
  }
}
