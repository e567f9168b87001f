import Kernels
import Tensors
import Testing

@testable import Lab

/// What a stopped round, a failing statement and `expect fails` leave as it was, and what a changed
/// cell leaves alone.
@Suite struct TakingBackTests {
  @Test(arguments: [
    ("y = x; x[0] = 9; say x y", "[9 2 3] [1 2 3]"),
    ("y = x[0:2]; x[0] = 9; say x y", "[9 2 3] [1 2]"),
    ("y = detach x; x[0] = 9; say x y", "[9 2 3] [1 2 3]"),
    ("y = x; for i in 0:3; x[i] = 9; end; say x y", "[9 9 9] [1 2 3]"),
    ("for i in 0:3; y = x; x[i] = 9; end; say x y", "[9 9 9] [9 9 3]"),
    ("for i in 0:3; x[i] = 9; y = x[0:2]; end; say x y", "[9 9 9] [9 9]"),
    ("for i in 0:2; for j in 0:3; x[j] = x[j] + i + j; end; end; say x", "[2 5 8]"),
    ("for i in 0:2; x[i:i + 2] = x[i:i + 2] * 2; end; say x", "[2 8 6]"),
    ("def f a; a[0] = 9; a; end; y = f x; say x y", "[1 2 3] [9 2 3]"),
    ("def f a; for i in 0:3; a[i] = i; end; a; end; y = f x; say x y", "[1 2 3] [0 1 2]"),
    ("y = sum (x * x); x[0] = 9; backward y; say x y", "[9 2 3] 14"),
    ("y = reshape x 3x1; for i in 0:3; x[i] = 9; end; say x; say (sum y)", "[9 9 9]\n6"),
  ])
  func `cells are replaced in the value that is named and in no other`(
    _ script: String, _ printed: String
  ) {
    #expect(Sitting("x = [1 2 3]").running(script) == printed)
  }

  @Test(arguments: [
    "expect fails x[0] = [1 2]",
    "repeat 3; x[0] = 7; x[1] = 8; y = 5; end; conv x",
    "repeat 3; x[0] = 7; x = x + y; x[1] = 2; y = matrix; end",
    "for i in 0:4; x[i] = 9; for j in 0:3; x[j] = 8; end; end",
    "for i in 0:9; x[i] = 9; end",
    "for i in 0:9; x[0] = i; for j in 0:9; x[1] = j; x[i - j] = 1; end; end",
  ])
  func `a line that fails leaves cells and names as they were`(_ line: String) {
    let sitting = Sitting("x = [1 2 3]", "y = 1")
    _ = sitting.typing(line)
    #expect(sitting.typing("say x y") == "[1 2 3] 1")
  }

  @Test(arguments: 1...40)
  func `a stopped round leaves cells as the last whole round did`(_ looks: Int) {
    let sitting = Sitting("x = zeros 4", "n = 0")
    Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
      _ = sitting.typing(
        """
        repeat 1000
          x[0] = x[0] + 1
          for i in 1:4
            x[i] = x[i] + 1
            z = exp x
            x[1:3] = x[1:3] + 0
          end
          n = n + 1
        end
        """)
    }
    #expect(sitting.typing("say (max (abs (x - n)))") == "0")
  }

  @Test func `a loop inside expect fails takes its definition's own names back`() {
    let script = """
      def f a
        expect fails for i in 0:9; a[i] = 7; b = 3; end
        a
      end
      say (f [1 2 3])
      """
    #expect(Sitting().running(script) == "[1 2 3]")
  }

  @Test func `a curve is filled where it lies`() {
    let sitting = Sitting("x = zeros 100000")
    #expect(sitting.running("for i in 0:20000; x[i] = i; end; say (sum x)") == "199990000")
  }

  @Test func `what is shuffled again remembers one order`() {
    let sitting = Sitting("seed 1", "x = arange 4")
    let shown = sitting.running("repeat 5; shuffle x; end; graph x")
    #expect(
      shown == """
        graph of x: 2 values, 1 leaf

        *  #1  leaf        4
        *  x   shuffle #1  4
        """)
  }
}
