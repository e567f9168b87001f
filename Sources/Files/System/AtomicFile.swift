#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files whole or not at all: whoever reads the path, even after a crash, finds the old
/// content or the new one.
///
/// The bytes go to a temporary file in the same folder, to the disk, and only then to the name. A
/// symbolic link stays one and what it leads to is replaced; the permissions of an existing file are
/// kept. A failure leaves no temporary file behind.
public enum AtomicFile {
  /// Replaces or makes the file at `path`.
  ///
  /// - Throws: `FileError`, among others for a full disk, a folder, a device, a file that may not be
  ///   written, and if the user asks to stop.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    do throws(FileError.Cause) {
      try replace(path, with: bytes)
    } catch {
      throw FileError(path, error)
    }
  }

  /// Whether `write` would replace a file: false if there is none, or none of the ordinary kind.
  ///
  /// - Throws: `FileError` if the system will not tell.
  public static func replacesFile(at path: String) throws(FileError) -> Bool {
    do throws(FileError.Cause) {
      try FilePath.requireUsable(path)
      return try SystemCalls.status(path).kind == .regular
    } catch .missing {
      return false
    } catch {
      throw FileError(path, error)
    }
  }

  private static func replace(_ path: String, with bytes: [UInt8]) throws(FileError.Cause) {
    try FilePath.requireUsable(path)
    let target = try FilePath.followingLinks(path)
    let mode = try permissions(of: target)
    let folder = FilePath.folder(of: target)
    var temporary = try temporaryFile(in: folder)
    try temporary.fill(with: bytes, mode: mode)
    try temporary.moveIntoPlace(target)
    try synchronize(folder)
  }

  /// The permissions of the file to be replaced; nil if there is none.
  private static func permissions(of target: String) throws(FileError.Cause) -> mode_t? {
    let status: FileStatus
    do throws(FileError.Cause) {
      status = try SystemCalls.status(target)
    } catch .missing {
      return nil
    }
    try status.requireRegular()
    try SystemCalls.requireWritable(target)
    return status.mode
  }

  private static func temporaryFile(in folder: String) throws(FileError.Cause) -> TemporaryFile {
    do throws(FileError.Cause) {
      return try TemporaryFile(in: folder)
    } catch .missing {
      throw .missingFolder(folder)
    }
  }

  /// Waits until the disk knows the new name. Some file systems cannot do that for a folder.
  private static func synchronize(_ folder: String) throws(FileError.Cause) {
    let folder = try OpenFile(folder, O_RDONLY | O_DIRECTORY)
    do throws(FileError.Cause) {
      try folder.synchronize()
    } catch .system(.fsync, EINVAL) {
      return
    }
  }
}
