import Testing

@testable import Lab

/// Figures by PyTorch 2.13: torch.optim.SGD and Adam on the sum of squares, in f64.
@Suite struct OptimizerVerbTests {
  private func moved(_ line: String, rounds: Int = 3) -> String {
    Sitting().running(
      """
      w = [1 -2]
      repeat \(rounds)
        backward (sum (w ^ 2))
        \(line)
      end
      set digits 10
      say w
      """)
  }

  @Test(arguments: [
    ("sgd w lr=0.25", "[0.125 -0.25]"),
    ("sgd w lr=0.25 momentum=0.9", "[-0.73 1.46]"),
    ("adam w lr=0.5", "[-0.3359046219 -0.5369748288]"),
  ])
  func `three steps are PyTorch's`(_ line: String, _ printed: String) {
    #expect(moved(line) == printed)
  }

  @Test func `a name that is bound anew forgets its momentum`() {
    let sitting = Sitting()
    let printed = sitting.running(
      """
      w = [1 -2]
      backward (sum (w ^ 2))
      sgd w lr=0.25 momentum=0.9
      w = [1 -2]
      backward (sum (w ^ 2))
      sgd w lr=0.25 momentum=0.9
      say w
      """)
    #expect(printed == "[0.5 -1]")
  }

  @Test func `an older value is not touched by a step`() {
    let printed = Sitting().running(
      "w = [1 -2]; v = w; backward (sum (w ^ 2)); sgd w lr=0.25; say v w")
    #expect(printed == "[1 -2] [0.5 -1]")
  }

  @Test func `names that the value does not depend on are refused, and none is moved`() {
    let sitting = Sitting("w = [1 -2]", "u = [1 2]", "y = sum (w ^ 2)", "backward y")
    #expect(
      sitting.typing("sgd w u lr=1").hasPrefix("1:7: error: `y` does not depend on `u`"))
    #expect(sitting.typing("say w") == "[1 -2]")
  }

  @Test func `a statement that fails takes the momentum back too`() {
    let sitting = Sitting(
      "w = [1 -2]", "y = sum (w ^ 2)", "backward y", "sgd w lr=0.25 momentum=0.9")
    let failing =
      "repeat 2; backward (sum (w ^ 2)); sgd w lr=0.25 momentum=0.9; v = w @ [1 2 3]; end"
    #expect(sitting.typing(failing).contains("inner lengths differ"))
    _ = sitting.typing("repeat 2; backward (sum (w ^ 2)); sgd w lr=0.25 momentum=0.9; end")
    #expect(sitting.typing("say w") == "[-0.73 1.46]")
  }
}
