import Foundation
import Kernels
import Tensors
import TestFolders
import Testing

@testable import Files

/// Files, folders, links and permissions as the system has them.
@Suite struct FileSystemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ path: String, _ cause: FileError.Cause) -> String {
    FileError(path, cause).description
  }

  @Test func `a missing file`() {
    let path = folder.file("none.npy")
    #expect(throws: FileError(path, .missing)) { try FileReader.read(path) }
    #expect(text("none.npy", .missing) == "none.npy: no such file")
  }

  @Test func `a folder`() {
    #expect(throws: FileError(folder.path, .directory)) { try FileReader.read(folder.path) }
    #expect(throws: FileError(folder.path, .directory)) {
      try AtomicFile.write([1], to: folder.path)
    }
    #expect(text("d", .directory) == "d: a folder, not a file")
  }

  @Test(
    "devices are neither read nor replaced", arguments: ["/dev/zero", "/dev/null", "/dev/full"])
  func device(_ path: String) {
    #expect(throws: FileError(path, .notRegular(.device))) { try FileReader.read(path) }
    #expect(throws: FileError(path, .notRegular(.device))) { try AtomicFile.write([1], to: path) }
    #expect(text(path, .notRegular(.device)) == "\(path): a device, not an ordinary file")
  }

  @Test func `a pipe is refused without waiting for a writer`() {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: FileError(path, .notRegular(.pipe))) { try FileReader.read(path) }
    #expect(throws: FileError(path, .notRegular(.pipe))) { try AtomicFile.write([1], to: path) }
    #expect(text("p", .notRegular(.pipe)) == "p: a pipe, not an ordinary file")
  }

  @Test("paths that no file can have", arguments: ["", "a\0b"])
  func unusable(_ path: String) {
    #expect(throws: FileError(path, .unusablePath)) { try FileReader.read(path) }
    #expect(throws: FileError(path, .unusablePath)) { try AtomicFile.write([1], to: path) }
  }

  @Test func `control bytes of a name are spelled out`() {
    #expect(
      text("a\u{1B}[2J\n\u{202E}\u{7F}\u{9B}.npy", .missing)
        == #"a\x1b[2J\x0a\u{202e}\x7f\u{9b}.npy: no such file"#)
  }

  @Test func `a file larger than the budget is refused unread`() throws {
    let path = try folder.file("large", holding: [1, 2, 3])
    #expect(throws: FileError.Cause.tooLarge(bytes: 3, limit: 2)) {
      try FileBytes.read(path, limit: 2)
    }
    #expect(try FileBytes.read(path, limit: 3) == [1, 2, 3])
  }

  @Test func `a file whose size the system does not know is read to its end`() throws {
    #if os(Linux)
      #expect(try FileBytes.read("/proc/self/status", limit: 1 << 20).count > 100)
      #expect(throws: FileError.Cause.self) { try FileBytes.read("/proc/self/status", limit: 100) }
    #endif
  }

  @Test func `a new file has the permissions of any new file`() throws {
    try AtomicFile.write([1, 2], to: folder.file("new"))
    try Data([1]).write(to: URL(fileURLWithPath: folder.file("other")))
    #expect(try folder.bytes("new") == [1, 2])
    #expect(try folder.mode("new") == folder.mode("other"))
    #expect(try folder.names() == ["new", "other"])
  }

  @Test("permissions are kept", arguments: [0o600, 0o644, 0o755, 0o640])
  func mode(_ mode: Int) throws {
    let path = try folder.file("old", holding: [1])
    #expect(chmod(path, mode_t(mode)) == 0)
    try AtomicFile.write([2], to: path)
    #expect(try folder.mode("old") == mode)
    #expect(try folder.bytes("old") == [2])
  }

  @Test func `links are followed and stay links`() throws {
    _ = try folder.file("target", holding: [1])
    #expect(symlink("target", folder.file("second")) == 0)
    #expect(symlink(folder.file("second"), folder.file("first")) == 0)
    try AtomicFile.write([2], to: folder.file("first"))
    #expect(try folder.bytes("target") == [2])
    #expect(try folder.names() == ["first", "second", "target"])
    #expect(try SystemCalls.linkTarget(folder.file("first")) == folder.file("second"))
    #expect(try SystemCalls.linkTarget(folder.file("second")) == "target")
  }

  @Test func `a link that leads nowhere gets its file`() throws {
    #expect(symlink("made", folder.file("link")) == 0)
    try AtomicFile.write([2], to: folder.file("link"))
    #expect(try folder.bytes("made") == [2])
  }

  @Test func `links in a circle`() {
    let path = folder.file("a")
    #expect(symlink("b", path) == 0)
    #expect(symlink("a", folder.file("b")) == 0)
    #expect(throws: FileError(path, .linksInCircle)) { try AtomicFile.write([1], to: path) }
    #expect(throws: FileError(path, .linksInCircle)) { try FileReader.read(path) }
  }

  @Test func `a folder that does not exist`() {
    let path = folder.file("no/file.csv")
    #expect(throws: FileError(path, .missingFolder(folder.file("no")))) {
      try FileWriter.write(Tensor(1), to: path)
    }
    #expect(
      text("no/x.csv", .missingFolder("no")) == "no/x.csv: there is no folder no")
  }

  @Test func `a name as long as allowed`() throws {
    let name = String(repeating: "n", count: 251) + ".csv"
    try FileWriter.write(Tensor(1), to: folder.file(name))
    #expect(try folder.bytes(name) == Array("1\n".utf8))
  }

  @Test("endings say how to write", arguments: FileFormat.writable)
  func endings(_ format: FileFormat) throws {
    let path = folder.file("x.y.\(format.rawValue.uppercased())")
    let channels = format == .ppm ? 3 : 1
    let lengths = format == .csv ? [2, 2] : [channels, 2, 2]
    try FileWriter.write(Tensor(Shape(lengths), .f64, filledWith: 1), to: path)
    let content = try FileReader.read(path)
    #expect(content.format == format)
    #expect(content.arrays.first?.tensor.array == [Double](repeating: 1, count: 4 * channels))
  }

  @Test(
    "other endings are refused, and the known ones listed",
    arguments: [("x.jpg", "jpg"), ("x", ""), ("x.npy/y", ""), ("x.", ""), ("x.npy~", "npy~")])
  func unknownEnding(_ path: String, _ ending: String) {
    #expect(throws: FileError(path, .unknownEnding(ending))) {
      try FileWriter.write(Tensor(1), to: path)
    }
    #expect(
      FileError(path, .unknownEnding(ending)).help
        == "the endings are .npy, .npz, .csv, .png, .pgm and .ppm")
  }

  @Test func `several arrays go only to npz`() {
    let array = FileArray(name: "a", tensor: Tensor(1))
    #expect(throws: FileError("x.npy", .severalArrays(2, .npy))) {
      try FileWriter.write([array, array], to: "x.npy")
    }
    #expect(throws: FileError("x.npy", .severalArrays(0, .npy))) {
      try FileWriter.write([], to: "x.npy")
    }
  }

  @Test func `what cannot be written leaves the old file as it was`() throws {
    let path = try folder.file("x.png", holding: [1, 2])
    #expect(throws: FileError(path, .notShowable(index: [0, 0]))) {
      try FileWriter.write(Tensor([.nan] as [Double], Shape([1, 1])), to: path)
    }
    #expect(try folder.bytes("x.png") == [1, 2])
    #expect(try folder.names() == ["x.png"])
  }
}
