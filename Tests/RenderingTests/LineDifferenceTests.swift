import Testing

@testable import Rendering

@Suite struct LineDifferenceTests {
  @Test func `changes are shown with what surrounds them`() {
    let old = (1...12).map { "line \($0)" }
    var new = old
    new[4] = "changed"
    new.append("more")
    #expect(
      LineDifference(from: old, to: new).text(RenderContext()) == """
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +changed
         line 6
         line 7
         line 8
        @@ -10,3 +10,4 @@
         line 10
         line 11
         line 12
        +more
        """)
  }

  @Test func `changes far apart are shown apart`() {
    let old = (1...30).map(String.init)
    var new = old
    new[1] = "b"
    new.remove(at: 25)
    #expect(
      LineDifference(from: old, to: new).text(RenderContext(), firstLine: 101) == """
        @@ -101,5 +101,5 @@
         1
        -2
        +b
         3
         4
         5
        @@ -123,7 +123,6 @@
         23
         24
         25
        -26
         27
         28
         29
        """)
  }

  @Test func `equal texts have no difference`() {
    let same = LineDifference(from: ["a", "b"], to: ["a", "b"])
    #expect(same.isEmpty)
    #expect(same.text(RenderContext()) == "")
    #expect(LineDifference(from: [], to: []).isEmpty)
  }

  @Test func `colour and control characters`() {
    let text = LineDifference(from: ["a\u{1B}"], to: ["b"]).text(RenderContext(color: .palette))
    #expect(
      text == "\u{1B}[2m@@ -1,1 +1,1 @@\u{1B}[0m\n\u{1B}[31m-a\\x1b\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m"
    )
  }

  @Test func `what stands for a line is kept`() {
    let difference = LineDifference(from: ["took [..]", "x"], to: ["took 3 ms", "x"]) { old, new in
      old == new || (old.hasSuffix("[..]") && new.hasPrefix(old.dropLast(4)))
    }
    #expect(difference.isEmpty)
    #expect(difference.edits == [.kept("took 3 ms"), .kept("x")])
  }

  /// All texts of up to four lines of two kinds: both can be read back, and no way is shorter.
  @Test func `the edits are right and the fewest`() {
    let texts = (0...4).flatMap { length in
      (0..<(1 << length)).map { bits in (0..<length).map { bits >> $0 & 1 == 0 ? "a" : "b" } }
    }
    for old in texts {
      for new in texts {
        var left: [String] = []
        var right: [String] = []
        var kept = 0
        for edit in LineDifference(from: old, to: new).edits {
          switch edit {
          case .kept(let line):
            left.append(line)
            right.append(line)
            kept += 1
          case .removed(let line): left.append(line)
          case .added(let line): right.append(line)
          }
        }
        #expect(left == old && right == new && kept == Self.longestCommon(old, new))
      }
    }
  }

  @Test func `texts with nothing in common are replaced without long search`() {
    let old = (0..<5000).map { "old \($0)" }
    let new = (0..<5000).map { "new \($0)" }
    #expect(LineDifference(from: old, to: new).edits.count == 10_000)
  }

  private static func longestCommon(_ old: [String], _ new: [String]) -> Int {
    guard let first = old.first, let other = new.first else { return 0 }
    let (restOld, restNew) = (Array(old.dropFirst()), Array(new.dropFirst()))
    if first == other { return 1 + longestCommon(restOld, restNew) }
    return max(longestCommon(restOld, new), longestCommon(old, restNew))
  }
}
