import Testing

@testable import Lab

/// `explain`, `uses`, `step`, `graph` and `compare` in a session; that they draw what they should is
/// tested in `Rendering`.
@Suite struct ExplainingTests {
  private func sitting() -> Sitting {
    Sitting(
      "x = reshape (arange 9) 3x3", "k = [1 2; 3 4]", "y = conv x k", "z = relu y",
      "b = zeros 2x1x3x3", "r = randn 2x2")
  }

  static let refusals: [(String, String)] = [
    (
      "explain r[0,1]",
      """
      1:9: error: r is a leaf: nothing it was computed from is known
          1 | explain r[0,1]
            |         ^ 2x2, here [..]
         help: literals, files, random numbers and values changed by `x[0] = 5` are
               leaves
      """
    ),
    (
      "explain y",
      """
      1:9: error: one cell is explained at a time, and y is 2x2
          1 | explain y
            |         ^
         help: for example `explain y[0,0]`
      """
    ),
    (
      "explain y[0,2]",
      """
      1:13: error: index 2 is out of range: dimension 1 of y goes from 0 to 1
          1 | explain y[0,2]
            |             ^ y is 2x2
         help: its cells are y[0..1,0..1]
      """
    ),
    (
      "explain y[0]",
      """
      1:9: error: one cell of y takes 2 numbers, not 1
          1 | explain y[0]
            |         ^ 2x2
         help: its cells are y[0..1,0..1]
      """
    ),
    (
      "explain y[0, :]",
      """
      1:14: error: one cell is due here, not a range
          1 | explain y[0, :]
            |              ^
         help: its cells are y[0..1,0..1]
      """
    ),
    (
      "explain y[0,0] depth=9",
      """
      1:22: error: `depth` goes from 1 to 8, this is 9
          1 | explain y[0,0] depth=9
            |                      ^
      """
    ),
    (
      "uses x[-4,0]",
      """
      1:8: error: index -4 is out of range: dimension 0 of x goes from 0 to 2
          1 | uses x[-4,0]
            |        ^ x is 3x3
         help: its cells are x[0..2,0..2]
      """
    ),
    (
      "step y",
      """
      1:1: error: `step` walks by keys, and here nobody can press one
          1 | step y
            | ^
         help: `step y at=0,0` prints one frame, `step y from=0,0 to=0,3` several
      """
    ),
    (
      "step y at=2,0",
      """
      1:11: error: there is no position 2,0: rows go from 0 to 1, columns from 0 to 1
          1 | step y at=2,0
            |           ^
      """
    ),
    (
      "step y at=1",
      """
      1:11: error: `at` takes a row and a column, not 1 number
          1 | step y at=1
            |           ^
         help: for example `at=0,1`
      """
    ),
    (
      "step y from=1,0 to=0,1",
      """
      1:20: error: `to` comes before `from`
          1 | step y from=1,0 to=0,1
            |                    ^
      """
    ),
    (
      "step y at=0,0 output=1",
      """
      1:22: error: output=1 chooses among several, and there is one
          1 | step y at=0,0 output=1
            |                      ^
      """
    ),
    (
      "step r at=0,0",
      """
      1:6: error: this value is a leaf: it was not computed from others
          1 | step r at=0,0
            |      ^ 2x2
         help: a literal, a file and random numbers are leaves; so is a value after
               `x[0] = 5`
      """
    ),
    (
      "compare z",
      """
      1:9: error: `compare` runs conv, convtranspose and pool, and this was made by
         `relu`
          1 | compare z
            |         ^
         help: `graph` shows what it was made of
      """
    ),
  ]

  @Test("What cannot be explained is refused in words", arguments: refusals)
  func refuses(_ line: String, _ diagnostic: String) {
    let printed = sitting().typing(line)
    func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
    let isAsExpected = OutputPattern(lines: lines(diagnostic)).matches(lines(printed))
    #expect(isAsExpected, "\(printed)")
  }

  @Test func `a negative index counts from the end`() {
    let sitting = sitting()
    #expect(sitting.typing("explain y[-1,-1]") == sitting.typing("explain y[1,1]"))
  }

  @Test func `a bracketed expression has cells too`() {
    #expect(
      sitting().typing("explain (x + 1)[0,2]") == """
        (x + 1)[0,2]
                       so far
            x[0,2]  2       2
            1       1       3
          (x + 1)[0,2] = 3
        """)
  }

  @Test func `a number needs no index`() {
    #expect(sitting().typing("explain (sum k axis=1)[0]").hasSuffix(" = 3"))
    #expect(sitting().typing("explain (sum k)").hasSuffix("(sum k) = 10"))
  }

  @Test func `several frames have an empty line between them`() {
    let text = sitting().typing("step y from=0,1 to=1,0")
    #expect(text.hasPrefix("step 2 of 4: y = conv x k\n"))
    #expect(text.contains("\n\nstep 3 of 4: y = conv x k\n"))
    #expect(text.hasSuffix("y[1,0] = 57"))
  }

  static let compared = [
    (
      "y", ["forward direct", "im2col", "implicit", "dx scatter", "col2im", "flipped", "dk direct"]
    ),
    ("(pool x 2x2)", ["forward direct", "dx direct"]),
    ("(convtranspose x k)", ["forward direct", "col2im"]),
  ]

  @Test("Each way has a row", arguments: compared)
  func compares(_ value: String, _ ways: [String]) {
    let lines = sitting().typing("compare \(value)").split(separator: "\n")
    let rows = lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(rows[1] == "pass algorithm")
    for way in ways {
      #expect(rows.contains { $0 == way || $0.hasPrefix(way + " ") }, "\(way)")
    }
    #expect(lines.contains { $0.hasPrefix("peak: ") })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
