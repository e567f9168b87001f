import Foundation
import Testing

@testable import Terminal

@Suite struct ScriptReaderTests {
  @Test func `every byte is read, to the end`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/script.pw"
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) } + [0x0D, 0x0A, 0x00, 0x04]
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    #expect(try ScriptReader.bytes(of: descriptor) == bytes)
  }

  @Test func `an empty input is an empty script`() throws {
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    #expect(try ScriptReader.bytes(of: descriptor) == [])
  }

  @Test func `an input without an end is left when it is too long for a script`() throws {
    let descriptor = open("/dev/zero", O_RDONLY)
    defer { close(descriptor) }
    #expect(try ScriptReader.bytes(of: descriptor).count > 16 << 20)
  }

  @Test func `a folder is not a script`() {
    let descriptor = open("/", O_RDONLY)
    defer { close(descriptor) }
    let error = ScriptReadError(code: EISDIR)
    #expect(throws: error) { try ScriptReader.bytes(of: descriptor) }
    #expect(error.description == "cannot read standard input: Is a directory")
  }
}
