import Foundation
import Kernels
import Tensors
import TestFolders
import Testing

@testable import Files

/// Every system call fails once, in every way.
@Suite struct FaultTests {
  private static let old: [UInt8] = [9, 9, 9]
  /// Larger than two steps of writing, so that there are several writes and reads.
  private static let new = [UInt8](repeating: 7, count: 2 * FileBytes.step + 5)

  /// Runs with failures injected and gives the error, if any, and the calls made.
  private static func run(
    _ pick: @escaping @Sendable (Int, SystemCall) -> FaultPlan.Fault?,
    _ body: () throws(FileError) -> Void
  ) -> (error: FileError?, calls: [SystemCall]) {
    let plan = FaultPlan(pick)
    let error = FaultPlan.$current.withValue(plan) { () -> FileError? in
      do throws(FileError) {
        try body()
        return nil
      } catch {
        return error
      }
    }
    return (error, plan.calls)
  }

  @Test func `the calls of a write, in their order`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, calls) = Self.run({ _, _ in nil }) { () throws(FileError) in
      try AtomicFile.write(Self.new, to: path)
    }
    #expect(error == nil)
    #expect(
      calls == [
        .readlink, .stat, .access, .open, .write, .write, .write, .chmod, .fsync, .close, .rename,
        .open, .fsync,
      ])
  }

  /// The last two calls come after the rename.
  @Test(
    "a failed call leaves the old file and nothing else", arguments: 0..<11,
    [EIO, ENOSPC, EACCES, ENOENT, EDQUOT])
  func failedWrite(_ number: Int, _ code: Int32) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, calls) = Self.run({ place, _ in place == number ? .failure(code) : nil }) {
      () throws(FileError) in try AtomicFile.write(Self.new, to: path)
    }
    // A link or a file that is not there is no failure: it was removed meanwhile, and is made anew.
    let isNone = code == ENOENT && number < 2
    #expect((error == nil) == isNone)
    if !isNone { #expect(calls.count > number) }
    #expect(try folder.bytes("x") == (isNone ? Self.new : Self.old))
    #expect(try folder.names() == ["x"])
  }

  @Test("a failure after the rename is told, and the new file is there", arguments: 11..<13)
  func failedAfterRename(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, _) = Self.run({ place, _ in place == number ? .failure(EIO) : nil }) {
      () throws(FileError) in try AtomicFile.write(Self.new, to: path)
    }
    #expect(error == FileError(path, .system(number == 11 ? .open : .fsync, EIO)))
    #expect(try folder.bytes("x") == Self.new)
    #expect(try folder.names() == ["x"])
  }

  @Test func `a folder that cannot be synchronised is no failure`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, _) = Self.run({ place, _ in place == 12 ? .failure(EINVAL) : nil }) {
      () throws(FileError) in try AtomicFile.write(Self.new, to: path)
    }
    #expect(error == nil)
    #expect(try folder.bytes("x") == Self.new)
  }

  @Test("a call that a signal breaks off is made again", arguments: 0..<13)
  func signal(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, calls) = Self.run({ place, _ in place == number ? .failure(EINTR) : nil }) {
      () throws(FileError) in try AtomicFile.write(Self.new, to: path)
    }
    #expect(error == nil || calls[number] == .close)
    if error == nil { #expect(try folder.bytes("x") == Self.new) }
    #expect(try folder.names() == ["x"])
  }

  @Test("a write that takes only half is continued", arguments: 4..<7)
  func half(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, calls) = Self.run({ place, _ in place == number ? .half : nil }) {
      () throws(FileError) in try AtomicFile.write(Self.new, to: path)
    }
    #expect(error == nil)
    #expect(calls.count { $0 == .write } >= 3)
    #expect(try folder.bytes("x") == Self.new)
  }

  @Test func `every write takes one byte`() throws {
    let folder = try TemporaryFolder()
    let (error, calls) = Self.run({ _, call in call == .write ? .half : nil }) {
      () throws(FileError) in try AtomicFile.write([1, 2, 3, 4, 5], to: folder.file("x"))
    }
    #expect(error == nil)
    #expect(calls.count { $0 == .write } == 4)
    #expect(try folder.bytes("x") == [1, 2, 3, 4, 5])
  }

  @Test("the user stops a write", arguments: 0..<5)
  func interruptedWrite(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Self.old)
    let (error, _) = Self.run({ place, _ in place == number ? .interrupt : nil }) {
      () throws(FileError) in try AtomicFile.write(Self.new, to: path)
    }
    #expect(error == FileError(path, .interrupted))
    #expect(error?.description == "interrupted")
    #expect(try folder.bytes("x") == Self.old)
    #expect(try folder.names() == ["x"])
  }

  @Test func `a name that is taken is not used`() throws {
    let folder = try TemporaryFolder()
    let (error, calls) = Self.run({ place, _ in place == 2 || place == 3 ? .failure(EEXIST) : nil })
    {
      () throws(FileError) in try AtomicFile.write([1], to: folder.file("x"))
    }
    #expect(error == nil)
    #expect(calls.prefix(5) == [.readlink, .stat, .open, .open, .open])
    let (endless, _) = Self.run({ _, call in call == .open ? .failure(EEXIST) : nil }) {
      () throws(FileError) in try AtomicFile.write([1], to: folder.file("y"))
    }
    #expect(endless?.cause == .system(.open, EEXIST))
  }

  @Test func `a full disk is said so`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x.npy")
    let (error, _) = Self.run({ _, call in call == .write ? .failure(ENOSPC) : nil }) {
      () throws(FileError) in try FileWriter.write(Tensor(1), to: path)
    }
    #expect(error?.description == "\(path): write failed: No space left on device")
    #expect(try folder.names() == [])
  }

  static let codes: [(Int32, FileError.Cause)] = [
    (ENOENT, .missing), (ENOTDIR, .missing), (EISDIR, .directory), (EACCES, .denied),
    (EPERM, .denied), (ELOOP, .linksInCircle), (ENOMEM, .noMemory), (EIO, .system(.open, EIO)),
  ]

  @Test("what a refused open means", arguments: codes)
  func refusedOpen(_ code: Int32, _ cause: FileError.Cause) {
    let (error, _) = Self.run({ _, call in call == .open ? .failure(code) : nil }) {
      () throws(FileError) in _ = try FileReader.read("x")
    }
    #expect(error == FileError("x", cause))
  }

  @Test("every call of a read fails once", arguments: 0..<7)
  func failedRead(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: [UInt8](repeating: 0x31, count: Self.new.count))
    let (error, calls) = Self.run({ place, _ in place == number ? .failure(EIO) : nil }) {
      () throws(FileError) in _ = try FileReader.read(path)
    }
    #expect(error == FileError(path, .system(calls[number], EIO)))
    let (_, all) = Self.run({ _, _ in nil }) { () throws(FileError) in
      _ = try? FileBytes.read(path, limit: .max)
    }
    #expect(all == [.open, .stat, .read, .read, .read, .read, .close])
  }

  @Test func `short and broken-off reads are continued`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("x", holding: Array("1,2\n3,4\n".utf8))
    for fault in [FaultPlan.Fault.half, .failure(EINTR)] {
      let (error, _) = Self.run({ place, call in call == .read && place % 2 == 0 ? fault : nil }) {
        () throws(FileError) in
        let content = try FileReader.read(path)
        #expect(content.tensor?.array == [1, 2, 3, 4])
      }
      #expect(error == nil)
    }
  }

  @Test("the user stops a read", arguments: ["npy", "npz", "csv", "png", "pgm", "gz"])
  func interruptedRead(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let name = folder.file("x.\(ending == "gz" ? "npy" : ending)")
    try FileWriter.write(Tensor(Shape([20, 20]), .f64), to: name)
    var file = try folder.bytes("x.\(ending == "gz" ? "npy" : ending)")
    if ending == "gz" { file = ArchiveTests.gzip(file) }
    // Stopped from the first look on: the decoders look themselves, not only the reading loop.
    let plan = FaultPlan { _, _ in .interrupt }
    _ = plan.next(.open)
    FaultPlan.$current.withValue(plan) {
      #expect(throws: FileError("x", .interrupted)) { try decoded(file) }
      #expect(throws: FileError(name, .interrupted)) { try FileReader.read(name) }
      #expect(throws: FileError(name, .interrupted)) {
        try FileWriter.write(Tensor(Shape([20, 20]), .f64), to: name)
      }
    }
  }
}
