import Foundation
import Kernels
import Language
import TestFolders
import Testing

@testable import Lab

/// A stop that is asked for while a statement runs. Rehearsals stop one task and no other, at a
/// number of looks at the flag.
@Suite struct InterruptTests {
  /// Runs an entry that is stopped at a look.
  private func typing(_ entry: String, in sitting: Sitting, stoppedAfter looks: Int) -> String {
    Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) { sitting.typing(entry) }
  }

  private static let entries = [
    "x = conv photo k", "x = conv photo k algorithm=direct", "x = conv photo k algorithm=im2col",
    "x = convtranspose photo (ones 1x1x5x5)", "x = pool photo 3x3", "x = photo @ photo",
    "x = photo * 2 + 1", "x = sum photo", "x = softmax photo", "x = rand 300x300",
    "x = randn 300x300", "x = f32 photo", "x = (im2col photo 3x3)[:, 0:400]",
    "x = resize photo 400x400",
    "x = col2im (im2col photo 3x3) 300x300 3x3", "x = einsum \"ij,jk->ik\" photo photo",
    "x = blobs 300x300", "x = noise photo", "x = concat photo photo", "x = pad photo 5",
    "photo[0] = 3", "shuffle photo", "save photo \"never.csv\"", "stats photo",
    "expect (photo * 2) == 3", "time x = photo @ photo", "expect fails photo @ photo",
    "x = 1; y = photo @ photo; z = 3", "show (im2col photo 3x3)[:, 0:4000]", "x = f64 photo",
    "x = indices photo 3x3 as=flat; y = x + 1", "x = flip photo + 1", "x = argmax photo axis=1",
  ]

  @Test(arguments: entries)
  func `a statement stopped at once leaves the session as it was`(_ entry: String) {
    let sitting = Sitting("seed 1", "photo = rand 300x300", "k = ones 5x5", "7")
    let untouched = Sitting("seed 1", "photo = rand 300x300", "k = ones 5x5", "7")
    let said = typing(entry, in: sitting, stoppedAfter: 0)
    #expect(said == "interrupted")
    for look in ["vars", "_", "rand 3"] {
      #expect(sitting.typing(look) == untouched.typing(look))
    }
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13])
  func `a statement stopped at a later look says so, or has ended`(_ looks: Int) {
    for entry in Self.entries {
      let sitting = Sitting("photo = rand 300x300", "k = ones 5x5", "7")
      let said = typing(entry, in: sitting, stoppedAfter: looks)
      #expect(!said.contains("error: interrupted"), "\(entry)")
      #expect(said.components(separatedBy: "interrupted").count <= 2, "\(entry)")
    }
  }

  @Test func `a stop between two statements is not lost`() {
    let sitting = Sitting()
    let script = (0..<50).map { "x\($0) = \($0)" }.joined(separator: "\n")
    let ending = Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 20)) {
      sitting.session.runScript(SourceText(name: "s.pw", text: script))
    }
    #expect(ending == .interrupted)
    #expect(sitting.printed() == "interrupted")
    #expect(sitting.session.boundNames.count < 50)
  }

  @Test func `a script inside a line is stopped with it, and it is said once`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a = 1\nb = rand 300x300\nc = b @ b", to: "inner.pw")
    try folder.write("run \"inner.pw\"\nd = 1", to: "outer.pw")
    let sitting = Sitting("before = 1")
    sitting.session.folder = folder.path
    let said = typing("run \"outer.pw\"", in: sitting, stoppedAfter: 5)
    #expect(said == "interrupted")
    #expect(sitting.session.boundNames == ["before"])
    #expect(sitting.session.runDepth == 0)
  }

  @Test func `a stop goes through expect fails`() {
    let sitting = Sitting("photo = rand 300x300")
    #expect(typing("expect fails photo @ photo", in: sitting, stoppedAfter: 2) == "interrupted")
  }
}
