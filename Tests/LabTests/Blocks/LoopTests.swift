import Kernels
import Tensors
import TestFolders
import Testing

@testable import Lab

@Suite struct LoopTests {
  @Test(arguments: [
    ("x = 1; repeat 10; x = 2 * x; end; x", "1024"),
    ("x = 1; repeat 0; x = 2; end; x", "1"),
    ("for i in 0:3; say i; end", "0\n1\n2"),
    ("for i in 0:7 step=3; say i; end", "0\n3\n6"),
    ("for i in 3:0 step=-1; say i; end", "3\n2\n1"),
    ("for i in 2:2; say i; end; say \"none\"", "none"),
    ("n = 4; for i in n - 2:n; say i; end", "2\n3"),
    ("for i in 0:2; for j in 0:2; say i j; end; end", "0 0\n0 1\n1 0\n1 1"),
    ("for i in 0:2; end; i", "1"),
    ("x = zeros 3; for i in 0:3; x[i] = i * i; end; say x", "[0 1 4]"),
    ("x = arange 10; for i in 0:2; say x[i * 2:i * 2 + 2]; end", "[0 1]\n[2 3]"),
    ("quit_at = 2; for i in 0:5; say i; end;", "0\n1\n2\n3\n4"),
  ])
  func `a block runs its lines as often as its header says`(_ script: String, _ printed: String) {
    #expect(Sitting().running(script) == printed)
  }

  @Test func `a body that fails names the round, and leaves everything as it was before the block`()
  {
    let sitting = Sitting()
    let printed = sitting.running(
      """
      x = 5
      for i in 0:60
        x = x + 1
        y = [1 2; 3 4] @ (ones [2 + relu (i - 36), 2])
      end
      """)
    #expect(
      printed == """
        test.pw:4:7: error: 2x2 @ 3x2: inner lengths differ
            4 |   y = [1 2; 3 4] @ (ones [2 + relu (i - 36), 2])
              |       ^ 2x2     3x2
            2 | for i in 0:60
              | ^ in round 38 of 60, at 37
           help: `left @ (transpose right)` fits
        """)
    #expect(sitting.typing("x") == "5")
  }

  @Test(arguments: [
    ("repeat -1; end", "1:8: error: a block cannot be repeated -1 times"),
    ("n = 1.5; repeat n; end", "1:17: error: a whole number is due here, not 1.5"),
    ("for i in 0:3 step=0; end", "1:10: error: a step of 0 never arrives"),
  ])
  func `a header that cannot be counted says why`(_ line: String, _ message: String) {
    #expect(Sitting().typing(line).split(separator: "\n").first.map(String.init) == message)
  }

  @Test func `a number that becomes infinite or none is said once, with the round and the name`() {
    let printed = Sitting().running(
      """
      loss = 1
      for i in 0:20
        loss = loss * loss * 1e200
        gone = loss - loss
      end
      """)
    #expect(
      printed == """
        note: loss is infinite from round 2 on
        note: gone is NaN from round 2 on
        """)
  }

  @Test(arguments: [
    ("x = 1 / i", "note: x is infinite from round 1 on"),
    ("x = -1 / i", "note: x is infinite from round 1 on"),
    ("x = 1 / i - 1 / i", "note: x is NaN from round 1 on"),
    ("x = 1 / i * (1 - i)", "note: x is infinite from round 1 on"),
    ("x = [1 2] / i", ""),
    ("x = (1 / (2 - i)) * (4 - i)", "note: x is infinite from round 3 on"),
    (
      "x = (4 - i) / 0",
      "note: x is infinite from round 1 on\nnote: x is NaN from round 5 on"
    ),
  ])
  func `infinity is one note, NaN after it another`(_ line: String, _ notes: String) {
    #expect(Sitting().running("for i in 0:6; \(line); end") == notes)
  }

  @Test func `loops inside a loop say it once together`() {
    let printed = Sitting().running(
      """
      for epoch in 0:3
        for i in 0:2
          gone = 0 / (epoch - 1) * 0
        end
      end
      repeat 1; gone = 0 / 0; end
      """)
    #expect(
      printed == """
        note: gone is NaN from round 1 on, in round 2 of 3
        note: gone is NaN from round 1 on
        """)
  }

  @Test(arguments: [
    (
      "repeat 2 watch=lost,loss; say 1; loss = loss - 1; end",
      "note: watch=lost: no line of the block binds lost; did you mean loss?\n1\n1"
    ),
    (
      "repeat 1 watch=total; for i in 0:1; totals = i; say i; end; end",
      "note: watch=total: no line of the block binds total; did you mean totals?\n0"
    ),
    ("repeat 1 watch=zzz; say 1; end", "note: watch=zzz: no line of the block binds zzz\n1"),
    ("repeat 1 watch=i; for i in 0:1; end; end", ""),
    ("repeat 1 watch=loss; say 1; end", "1"),
    ("repeat 0 watch=zzz; loss = loss - 1; end", ""),
    ("repeat 2; repeat 1 watch=zzz; end; end", "note: watch=zzz: no line of the block binds zzz"),
  ])
  func `a watched name that no line binds is named before the first round, with the nearest`(
    _ block: String, _ printed: String
  ) {
    #expect(Sitting("loss = 3").typing(block) == printed)
  }

  @Test func `a watched name that a file may bind is named after the last round`() throws {
    let folder = try TemporaryFolder()
    try folder.write("loss = 1", to: "once.pw")
    let sitting = Sitting()
    sitting.session.folder = folder.path
    #expect(
      sitting.typing("repeat 1 watch=lost,loss; run \"once.pw\"; say 1; end")
        == "1\nnote: watch=lost: no round has bound lost; did you mean loss?")
  }

  @Test(arguments: 1...40)
  func `a stop keeps the last whole round`(_ looks: Int) {
    let sitting = Sitting("x = 0", "y = 0")
    let said = Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
      sitting.typing("repeat 1000; x = x + 1; y = y + 1; end")
    }
    let values = sitting.typing("say x (x - y)").split(separator: " ").map(String.init)
    #expect(values.last == "0")
    if let round = values.first.flatMap({ Int($0) }), round > 0 {
      #expect(said == "interrupted in round \(round + 1) of 1000")
    }
  }

  @Test(arguments: [
    "p = softmax [2 0]; repeat 3; loss = crossentropy (reshape p 1x2) [0]; end",
    "p = softmax [2 0; 0 1]; repeat 3; loss = crossentropy p [0 1]; end; q = crossentropy p [0 1];",
  ])
  func `a softmax that is taken twice is remarked once a statement`(_ script: String) {
    let note =
      "note: crossentropy takes the softmax of its scores itself, and these are a softmax already"
    let statements = script.split(separator: ";").count { $0.contains("crossentropy p") }
    #expect(
      Sitting().running(script) == Array(repeating: note, count: statements).joined(separator: "\n")
    )
  }

  @Test func `bindings in a block are silent at the prompt`() {
    #expect(Sitting("x = 0").typing("repeat 3\n  x = x + 1\nend") == "")
  }

  @Test func `a past that never ends is let go, and that is said once`() {
    let sitting = Sitting("part = ones 1000", "total = zeros 1000")
    // An eighth of the budget is what a past may hold: 16 values of 8,000 bytes.
    let printed = MemoryBudget.$taskLimit.withValue(1 << 20) {
      sitting.running("repeat 1000; total = total + part; end")
    }
    let start = "note: the past of total is let go, 64 operations that held "
    #expect(printed.hasPrefix(start))
    #expect(printed.split(separator: "\n").count == 1)
    #expect(sitting.typing("say (max total)") == "1000")
  }
}
