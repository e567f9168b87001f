import Foundation
import TestFolders
import Testing

@testable import Terminal

@Suite struct FileNamesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "camera.png", "cat picture.png", "data/", "data/one.npy", "data/two.npy", ".hidden",
      "odd\"name\\.csv", "zo\u{EB}.txt", "bell\u{7}.txt", "größe/x",
    ] { try folder.make(name) }
  }

  private func typed(_ partial: String) -> [String] {
    FileNames.candidates(for: partial[...]).map { candidate in
      String(candidate.typed.dropFirst(1 + folder.path.count + 1)) + candidate.ending
    }
  }

  @Test func `every file is offered but hidden ones and those that cannot be typed`() {
    #expect(
      typed("\"\(folder.path)/") == [
        "camera.png\" ", "cat picture.png\" ", "data/", "größe/", "odd\\\"name\\\\.csv\" ",
        "zo\u{EB}.txt\" ",
      ])
  }

  @Test(
    "What has been typed is continued, quoted or not",
    arguments: [
      ("\"", "ca", ["camera.png\" ", "cat picture.png\" "]),
      ("", "cam", ["camera.png\" "]),
      ("\"", "cat p", ["cat picture.png\" "]),
      ("\"", "da", ["data/"]),
      ("\"", "data/", ["data/one.npy\" ", "data/two.npy\" "]),
      ("\"", "data/t", ["data/two.npy\" "]),
      ("\"", "grö", ["größe/"]),
      ("\"", "odd\\\"n", ["odd\\\"name\\\\.csv\" "]),
      ("\"", ".", [".hidden\" "]),
      ("\"", "nothing", []),
      ("\"", "no/such/", []),
      ("\"", "camera.png/", []),
    ])
  func continued(quote: String, partial: String, names: [String]) {
    #expect(typed(quote + folder.path + "/" + partial) == names)
  }

  @Test func `names are listed without their folder`() {
    #expect(
      FileNames.candidates(for: "\"\(folder.path)/d"[...]).map(\.label) == ["data/"])
  }
}
