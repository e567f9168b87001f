import Foundation
import Kernels
import Testing

@testable import Lab

/// `backward`, `grad`, `gradcheck`, `mutants` and `judge` as they are typed.
@Suite struct GradientVerbTests {
  private func check(_ text: String) {
    let report = SessionCheck(text, name: "recorded.md", folder: nil).run()
    #expect(report.lines == [])
  }

  @Test func `backward says what has a gradient, and grad gives it`() {
    check(GradientRecordings.gradients)
  }

  @Test func `what cannot be differentiated is refused in words`() {
    check(GradientRecordings.refusals)
  }

  @Test func `a gradient check names the cell that is wrong`() { check(GradientRecordings.checks) }

  @Test func `what the tests of the sources miss`() { check(GradientRecordings.mutants) }

  @Test func `loaded values and test pictures are told apart from what could be trained`() {
    check(
      """
      ```patchwork
      > seed 1; clean = blobs 8x8; noisy = noise clean; k = randn 3x3; b = [0.5];
      > loss = mse (conv noisy k b pad=1) clean;
      > backward loss
      gradients for k 3x3, b 1; for data too: noisy 8x8, clean 8x8
      > backward (sum noisy)
      gradients for noisy 8x8
      > w = detach noisy + 0; backward (sum (w * k[0, 0]))
      gradients for k 3x3; for data too: w 8x8
      ```
      """)
  }

  @Test func `the three routes agree`() {
    check(
      """
      ```patchwork
      > x = reshape (arange 96) 2x3x4x4; k = reshape (arange 54) 2x3x3x3; y = conv x k pad=1
      y: 2x2x4x4 f64  [..]
      > u = reshape (arange 64) 2x2x4x4; backward y u route=scatter; a = grad x;
      gradients for x 2x3x4x4, k 2x3x3x3
      > backward y u route=flipped; expect (grad x) == a; backward y u route=col2im;
      gradients for x 2x3x4x4, k 2x3x3x3
      gradients for x 2x3x4x4, k 2x3x3x3
      > expect (grad x) == a
      ```
      """)
  }

  @Test func `a script says nothing of backward`() {
    #expect(Sitting().running("x = [1 2]; y = x * x\nbackward y\nsay (grad x)") == "[2 4]")
  }

  @Test func `a backward that fails leaves the one before`() {
    let sitting = Sitting("x = [1 2]; y = x * x; z = 3", "backward y")
    _ = sitting.typing("backward z")
    _ = sitting.typing("expect fails backward y [1 2 3]")
    #expect(sitting.typing("expect (grad x) == [2 4]") == "")
  }

  @Test func `a check leaves the session's random numbers alone`() {
    let line = "seed 5; x = randn 3; y = exp x; gradcheck y; q = rand 1;"
    let sitting = Sitting(line)
    let other = Sitting("seed 5; x = randn 3; q = rand 1;")
    #expect(sitting.typing("q") == other.typing("q"))
  }

  @Test(arguments: [0, 3, 30, 60])
  func `a check that is stopped prints what it checked`(_ looks: Int) {
    let sitting = Sitting("seed 1; x = randn 6x6; y = tanh x")
    let said = Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
      sitting.typing("gradcheck y")
    }
    #expect(said.hasSuffix("interrupted"))
    if looks == 60 {
      #expect(said.contains(" of 36"))
      #expect(said.contains("stopped"))
      #expect(said.contains(" cells were checked."))
    }
  }

  @Test(arguments: [
    "judge", "p = pool (ones 3x3) 2x2; judge p", "p = pool (ones 3x3) 2x2 kind=avg; judge p",
  ])
  func `what judge prints, typed, catches every mutant`(_ line: String) throws {
    let sitting = Sitting()
    let lines = sitting.typing(line).split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("# ") == true)
    var said = ""
    for line in lines { said = sitting.typing(line) }
    #expect(said.contains("A gradient check of y catches all"))
    #expect(!said.contains("SLIPS"))
  }

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  @Test(arguments: ["backward.pw", "pitfalls.pw", "receptive.pw"])
  func `the samples state what holds`(_ name: String) throws {
    let script = try String(contentsOf: Self.samples.appending(path: name), encoding: .utf8)
    let said = Sitting().running(script, named: name)
    #expect(!said.contains("error:"), "\(said)")
  }
}
