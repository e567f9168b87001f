import Foundation
import TestFolders
import Testing

@testable import Terminal

@Suite struct HistoryFileTests {
  let folder: TemporaryFolder
  let file: HistoryFile

  init() throws {
    folder = try TemporaryFolder()
    file = HistoryFile(path: folder.path + "/state/patchwork/history")
  }

  private func put(_ text: String) throws {
    try folder.make("state/patchwork/history")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
  }

  private var text: String {
    get throws { try String(contentsOfFile: file.path, encoding: .utf8) }
  }

  @Test func `a file that is not there has no entries`() throws {
    #expect(try file.entries() == [])
  }

  @Test func `entries come back in order, those of several lines too`() throws {
    try file.append("x = 1")
    try file.append("y = [1 2\n3 4]")
    try file.append("größe = 3")
    #expect(try file.entries() == ["x = 1", "y = [1 2\n3 4]", "größe = 3"])
    #expect(try text == "x = 1\ny = [1 2\\n3 4]\ngröße = 3\n")
  }

  @Test func `only its owner can read it`() throws {
    try file.append("x = 1")
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `a line that was cut does not swallow the next`() throws {
    try put("x = 1\ny = ")
    try file.append("z = 3")
    #expect(try file.entries() == ["x = 1", "y = ", "z = 3"])
  }

  @Test func `bytes that are not UTF-8 do not end it`() throws {
    try folder.make("state/patchwork/history")
    try Data([0x61, 0xFF, 0x0A, 0x00, 0x62, 0x0A]).write(to: URL(fileURLWithPath: file.path))
    #expect(try file.entries() == ["a\u{FFFD}", "\0b"])
  }

  @Test func `of a very long file the end is read`() throws {
    try put((0..<200_000).map { "line \($0)\n" }.joined())
    let entries = try file.entries()
    #expect(entries.last == "line 199999")
    #expect(entries.allSatisfy { $0.hasPrefix("line ") })
    #expect(entries.count > 50_000)
  }

  @Test func `two sessions at once lose nothing`() async throws {
    let file = file
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<4 {
        group.addTask {
          for entry in 0..<100 { try? file.append("session \(session) entry \(entry)") }
        }
      }
    }
    let entries = try file.entries()
    #expect(entries.count == 400)
    for session in 0..<4 {
      let own = entries.filter { $0.hasPrefix("session \(session) ") }
      #expect(own == (0..<100).map { "session \(session) entry \($0)" })
    }
  }

  @Test func `a folder in its place is refused`() throws {
    try folder.make("state/patchwork/history/")
    #expect(throws: HistoryError.notAFile(path: file.path)) { try file.entries() }
    #expect(throws: HistoryError.unwritable(path: file.path, code: EISDIR)) {
      try file.append("x")
    }
  }

  @Test func `a pipe in its place does not hang`() throws {
    try folder.make("state/patchwork/")
    #expect(mkfifo(file.path, 0o600) == 0)
    #expect(throws: HistoryError.notAFile(path: file.path)) { try file.entries() }
    #expect(throws: HistoryError.notAFile(path: file.path)) { try file.append("x") }
  }

  @Test func `where no folder can be made it cannot be written`() throws {
    try folder.make("state")
    #expect(throws: HistoryError.unwritable(path: file.path, code: ENOTDIR)) {
      try file.append("x")
    }
  }

  @Test(
    "It is where XDG says",
    arguments: [
      ("/state", "/home/ada", "/state/patchwork/history"),
      (nil, "/home/ada", "/home/ada/.local/state/patchwork/history"),
      ("relative", "/home/ada", "/home/ada/.local/state/patchwork/history"),
      ("", "/home/ada", "/home/ada/.local/state/patchwork/history"),
      (nil, nil, nil),
      (nil, "ada", nil),
    ] as [(String?, String?, String?)])
  func place(stateHome: String?, home: String?, path: String?) {
    #expect(HistoryFile.standard(stateHome: stateHome, home: home)?.path == path)
  }

  @Test(
    "What is wrong is said in a sentence",
    arguments: [
      (
        HistoryError.unreadable(path: "/h", code: EACCES),
        "cannot read the history /h: Permission denied"
      ),
      (
        .unwritable(path: "/h", code: ENOSPC),
        "cannot write the history /h: No space left on device"
      ),
      (.notAFile(path: "/h"), "the history /h is not a file"),
    ])
  func sentence(error: HistoryError, text: String) {
    #expect(error.description == text)
  }
}
