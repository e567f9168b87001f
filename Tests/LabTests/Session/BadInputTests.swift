import Foundation
import Kernels
import Language
import Tensors
import TestFolders
import Testing

@testable import Lab

/// Input that nobody should type and somebody does. Files, shapes and windows that do not fit are in
/// `FileVerbTests` and `DiagnosticTests`; history, closed output and terminals in the tests of
/// `Terminal`.
@Suite struct BadInputTests {
  @Test(arguments: [
    ("zeros 1000x1000", "1:7: error: a result of 1000x1000 f64 needs 7.6 MiB"),
    ("m + (ones 500x1x1)", "1:3: error: a result of 500x10x100 f64 needs 3.8 MiB"),
    ("f32 (f64 (zeros 500x500))", "1:17: error: a result of 500x500 f64 needs 1.9 MiB"),
    ("eye 1000", "1:5: error: a result of 1000x1000 f64 needs 7.6 MiB"),
    ("conv m (ones 1x1x1x1) pad=500", "1:1: error: a result of 1x1010x1100 f64 needs 8.5 MiB"),
  ])
  func `a result over the budget is refused with both numbers`(_ line: String, _ start: String) {
    let said = MemoryBudget.$taskLimit.withValue(1 << 20) {
      Sitting("m = ones 1x10x100").typing(line)
    }
    #expect(said.hasPrefix(start + ", the budget is 1 MiB\n"))
    #expect(said.hasSuffix("\n   help: `--memory` at the start sets another budget"))
  }

  @Test func `a lazy value costs nothing until someone reads it`() {
    MemoryBudget.$taskLimit.withValue(1 << 20) {
      let sitting = Sitting("m = im2col (zeros 300x300) 11x11")
      #expect(sitting.typing("shape m") == "121x84100")
      #expect(sitting.typing("vars") == "m: 121x84100 f64  lazy")
      #expect(sitting.typing("m[0:2, 0:3]").hasPrefix("  | 0  1  2\n"))
      #expect(!sitting.typing("show m").contains("error"))
      #expect(
        sitting.typing("m * 2") == """
          1:3: error: a result of 121x84100 f64 needs 77.6 MiB, the budget is 1 MiB
              1 | m * 2
                |   ^
             help: `--memory` at the start sets another budget
          """)
    }
  }

  @Test func `a product of lazy patches needs no matrix`() {
    MemoryBudget.$taskLimit.withValue(4 << 20) {
      let sitting = Sitting("x = ones 300x300", "k = ones 1x121")
      #expect(sitting.typing("y = k @ (im2col x 11x11); y[0, 0]") == "121")
    }
  }

  @Test func `what is no number is shown as such`() {
    let sitting = Sitting("x = [1 2] / [0 1]", "y = log [-1 0 1]")
    #expect(sitting.typing("x") == "  0    1\n--------\ninf    2")
    #expect(sitting.typing("y") == "   0     1     2\n----------------\n NaN  -inf     0")
    #expect(sitting.typing("y = y") == "y: 3 f64  [0, 0]  mean 0  1 NaN  1 inf")
    #expect(sitting.typing("stats y").contains("NaN   | 1"))
    #expect(sitting.typing("sum y") == "NaN")
    #expect(sitting.typing("max y") == "NaN")
  }

  @Test(arguments: [
    ([UInt8](), ""), (Array("\n\n# only a remark\n".utf8), ""), (Array("\u{FEFF}say 1".utf8), "1"),
    (Array("say 1\r\nsay 2\r\n".utf8), "1\n2"),
    ([0x89, 0x50, 0x00], "b.pw:1:3: error: a NUL byte: this is not a text file\n"),
    ([0x73, 0x61, 0x79, 0x20, 0x22, 0xFF, 0x22], "b.pw:1:6: error: the byte \\xff is not UTF-8\n"),
  ])
  func `a script of any bytes`(_ bytes: [UInt8], _ expected: String) {
    let sitting = Sitting()
    _ = sitting.session.runScript(SourceText(name: "b.pw", bytes: bytes))
    let said = sitting.printed()
    if expected.hasSuffix("\n") {
      #expect(said.hasPrefix(expected))
    } else {
      #expect(said == expected)
    }
  }

  private static let narrow = [
    "x", "help", "help conv", "help expect",
    "show x as=heat", "show x as=image", "im2col x 2x2", "indices x 2x2", "orders x 2x2",
    "plan conv 3x227x227 96x3x11x11 stride=4", "rand 2x3x4x5", "set", "say \"a long text stays\"",
  ]

  @Test(arguments: narrow)
  func `a screen of 20 columns is kept to`(_ entry: String) {
    let console = CapturingConsole(width: 20, height: 10)
    let session = Session(console: console)
    session.runEntry("x = reshape (arange 60) 3x20")
    _ = console.take()
    session.runEntry(entry)
    for line in console.take().split(separator: "\n") where !line.hasPrefix(">") {
      #expect(line.count <= 20 || entry.hasPrefix("say") || entry.hasPrefix("help"), "\(line)")
    }
  }

  @Test func `an error on a screen of 20 columns keeps its line around the caret`() {
    let console = CapturingConsole(width: 20, height: 10)
    Session(console: console).runEntry("a_rather_long_name = some_other_name + 1")
    #expect(
      console.take() == """
        1:22: error: unknown
           name
           `some_other_name`
            1 | ...g_name = some_...
              |             ^

        """)
  }

  @Test(arguments: ["\u{1B}[2J", "say \"\u{1B}[2J\"", "x\u{7} = 3", "load \"\u{1B}]0;a\\u{7}\""])
  func `no control character reaches the screen`(_ entry: String) {
    let said = Sitting().typing(entry)
    #expect(!said.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
  }

  @Test func `text from a file's name is shown without its control characters`() throws {
    let folder = try TemporaryFolder()
    let sitting = Sitting(width: nil)
    sitting.session.folder = folder.path + "/\u{1B}[2J"
    let said = sitting.typing("load \"none.csv\"")
    #expect(said.contains("no such file"))
    #expect(!said.contains("\u{1B}"))
  }
}
