import Provenance
import Testing

@testable import Lab

/// What statements do to names, and what a failed one does not.
@Suite struct BindingTests {
  @Test func `a binding echoes one line at the prompt and nothing in a script`() {
    #expect(Sitting().typing("k = [1 2; 3 4]") == "k: 2x2 f64  [1, 4]  mean 2.5")
    #expect(Sitting().typing("k = [1 2; 3 4];") == "")
    #expect(Sitting().running("k = [1 2; 3 4]\nparam n = 3\nk[0, 0] = 5") == "")
  }

  @Test func `a semicolon silences the statement it ends`() {
    #expect(Sitting().typing("1 + 1; 2 + 2") == "4")
    #expect(Sitting().typing("show 3;") == "3")
  }

  @Test func `an expression is the last shown value only where it was shown`() {
    let sitting = Sitting("4", "5;")
    #expect(sitting.typing("_ + 1") == "5")
    #expect(sitting.typing("show 7") == "7")
    #expect(sitting.typing("_ * 2") == "14")
  }

  @Test func `nothing has been shown yet`() {
    #expect(
      Sitting().typing("_") == """
        1:1: error: nothing has been shown yet
            1 | _
              | ^ `_` is the last shown value
        """)
  }

  @Test func `a changed cell makes a new leaf and leaves older values alone`() throws {
    let sitting = Sitting("x = [1 2; 3 4]", "y = x * 1", "before = x", "x[0, 1] = 9")
    #expect(sitting.typing("expect x == [1 9; 3 4]") == "")
    #expect(sitting.typing("expect before == [1 2; 3 4]") == "")
    #expect(sitting.typing("expect y == [1 2; 3 4]") == "")
    #expect(try #require(sitting.session.node(named: "x")).origin == nil)
    #expect(try #require(sitting.session.node(named: "y")).origin != nil)
  }

  @Test(arguments: [
    ("x[0] = 7", "[7 7; 3 4]"), ("x[:, 1] = [5 6]", "[1 5; 3 6]"), ("x[-1, -1] = 0", "[1 2; 3 0]"),
    ("x[0:1] = [[8, 9]]", "[8 9; 3 4]"), ("x[1] = x[0]", "[1 2; 1 2]"),
    ("i = 1; x[i, i - 1] = i", "[1 2; 1 4]"),
  ])
  func `parts are replaced`(_ line: String, _ expected: String) {
    let sitting = Sitting("x = [1 2; 3 4]", line)
    #expect(sitting.typing("expect x == \(expected)") == "")
  }

  @Test func `a curve is filled place by place`() {
    let sitting = Sitting("losses = zeros 3", "i = 2", "loss = sum [0.25 0.5]", "losses[i] = loss")
    #expect(sitting.typing("expect losses == [0 0 0.75]") == "")
  }

  @Test(arguments: [
    "x = conv x k", "x = x + [1 2 3]", "x[0] = [1 2 3]", "x[5] = 1", "x = y", "drop x y",
    "shuffle x y", "y = rand 3 @ x", "run \"missing.pw\"", "param x = y", "time x = y",
    "expect (rand 3) == 4", "set digits 99", "show (rand 3) rows=9",
  ])
  func `a statement that fails leaves everything as it was`(_ line: String) {
    let sitting = Sitting("x = [1 2; 3 4]", "k = ones 3x3", "set digits 5", "6")
    let untouched = Sitting("x = [1 2; 3 4]", "k = ones 3x3", "set digits 5", "6")
    #expect(sitting.typing(line).contains("error: "))
    for look in ["vars", "set", "_", "rand 3"] {
      #expect(sitting.typing(look) == untouched.typing(look))
    }
  }

  @Test func `statements before the one that fails stay done, those after it do not run`() {
    let sitting = Sitting("a = 1; b = missing; c = 3")
    #expect(sitting.typing("vars") == "a: scalar f64  1")
  }

  @Test func `a line that cannot be read runs nothing`() {
    let sitting = Sitting("a = 1; b = (2")
    #expect(sitting.typing("vars") == "")
  }

  @Test func `names of any script, and names that options use`() {
    let sitting = Sitting("größe = 2", "同 = 3", "same = 1", "stride = 2", "x = ones 5x5")
    #expect(sitting.typing("größe + 同") == "5")
    #expect(sitting.typing("expect shape (conv x (ones 3x3) pad=same) == 5x5") == "")
    #expect(sitting.typing("expect shape (conv x (ones 3x3) stride=stride) == 2x2") == "")
  }

  @Test func `seeds give the same numbers again, and failures draw none`() {
    let sitting = Sitting("seed 3", "a = rand 4", "seed 3", "(rand 4) + missing")
    #expect(sitting.typing("expect (rand 4) == a") == "")
    #expect(sitting.typing("seed 3; b = randn 3; seed 3; expect (randn 3) == b") == "")
    #expect(sitting.typing("seed -1; c = rand 2; seed -1; expect (rand 2) == c") == "")
  }

  @Test func `shuffle binds names to their rows in one order`() {
    let sitting = Sitting("seed 1", "x = arange 50", "y = x * 2", "old = x", "shuffle x y")
    #expect(sitting.typing("expect y == x * 2") == "")
    #expect(sitting.typing("expect x != old") == "")
    #expect(sitting.typing("expect sum x == sum old") == "")
    #expect(
      sitting.typing("z = arange 3;\nshuffle x z") == """
        2:11: error: 50 and 3 differ in their first length
            2 | shuffle x z
              |           ^ 3
        """)
  }

  @Test func `drop forgets, and vars tells lazy values without computing them`() {
    let sitting = Sitting("a = 1", "m = im2col (zeros 1x1x30x40) 11x11", "b = 2", "drop a b")
    #expect(sitting.typing("vars") == "m: 121x600 f64  lazy")
  }

  @Test func `history shows the last entries`() {
    let sitting = Sitting()
    sitting.session.history = ["a = 1", "b = 2", "history"]
    #expect(sitting.typing("history") == "a = 1\nb = 2\nhistory")
    #expect(sitting.typing("history 2") == "b = 2\nhistory")
    #expect(sitting.typing("history 0") == "")
    #expect(sitting.typing("history 99") == "a = 1\nb = 2\nhistory")
  }

  @Test(arguments: [
    ("say \"n is\" 3", "n is 3"), ("say", ""), ("say 0.1 [1 2] [1 2; 3 4]", "0.1 [1 2] [1 2; 3 4]"),
    ("say (zeros 2x3x4)", "2x3x4 f64"), ("say (zeros 0)", "[]"), ("say (1 / 3)", "0.333333"),
    ("set digits 3; say (1 / 3)", "0.333"), ("say (log -1) (log 0)", "NaN -inf"),
    ("say (im2col (zeros 1x1x3000x4000) 11x11)", "121x11930100 f64"),
  ])
  func `say prints texts and values on one line`(_ line: String, _ expected: String) {
    #expect(Sitting().typing(line) == expected)
  }

  @Test func `quit ends an entry and a script`() {
    let sitting = Sitting()
    #expect(sitting.typing("1; quit; 2") == "")
    #expect(sitting.session.wantsToQuit)
    #expect(Sitting().running("say 1\nquit\nsay 2") == "1")
  }
}
