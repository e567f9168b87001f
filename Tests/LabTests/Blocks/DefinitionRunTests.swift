import TestFolders
import Testing

@testable import Lab

@Suite struct DefinitionRunTests {
  @Test(arguments: [
    ("def square a; a * a; end; square 5", "25"),
    ("def twice a; b = a + a; b; end; b = 1; say (twice 3) b", "6 1"),
    ("k = 10; def scaled a; a * k; end; k = 2; scaled 3", "6"),
    ("def add a b; a + b; end; add 1 (add 2 3)", "6"),
    ("def hello; say \"hello\"; end; hello; hello", "hello\nhello"),
    ("def f a; a + 1; end; def f a; a + 2; end; f 0", "2"),
    ("x = [1 2 3]; def first; x[0] = 9; x; end; say (first) x", "[9 2 3] [1 2 3]"),
    ("def total x; t = 0; for i in 0:3; t = t + x[i]; end; t; end; total [1 2 3]", "6"),
  ])
  func `a defined verb gives its last expression, and its names are its own`(
    _ script: String, _ printed: String
  ) {
    #expect(Sitting().running(script) == printed)
  }

  @Test func `gradients flow through a defined verb`() {
    let script = """
      def net x k
        h = relu (conv x k pad=1)
        sum (h ^ 2)
      end
      x = reshape (arange 9) 3x3
      k = [0 1; 1 0]
      y = net x k
      z = sum ((relu (conv x k pad=1)) ^ 2)
      backward y
      a = grad k
      backward z
      expect grad k == a
      """
    #expect(Sitting().running(script) == "")
  }

  @Test func `a call without end is an error`() {
    #expect(
      Sitting("def f a; f (a + 1); end").typing("f 1") == """
        1:10: error: `f` calls itself more than 200 deep
            1 | def f a; f (a + 1); end
              |          ^
        1:1: called from here
            1 | f 1
              | ^
        """)
  }

  @Test func `an error inside names the line of the definition`() {
    #expect(
      Sitting("def f a\n  b = a @ [1 2 3]\n  b\nend").typing("f [1 2; 3 4]") == """
        2:7: error: 2x2 @ 3: inner lengths differ
            2 |   b = a @ [1 2 3]
              |       ^ 2x2     3
        1:1: called from here
            1 | f [1 2; 3 4]
              | ^
        """)
  }

  @Test func `an error inside names the lines that called, each once`() {
    let script = """
      def product a
        a @ [1 2 3]
      end
      def again a n
        product a
      end
      for i in 0:3
        y = again [1 2; 3 4] i
      end
      """
    #expect(
      Sitting().running(script) == """
        test.pw:2:3: error: 2x2 @ 3: inner lengths differ
            2 |   a @ [1 2 3]
              |   ^ 2x2     3
            5 |   product a
              |   ^ called from here
            8 |   y = again [1 2; 3 4] i
              |       ^ called from here
            7 | for i in 0:3
              | ^ in round 1 of 3, at 0
        """)
  }

  @Test func `an error in a file's definition names the calls from other texts too`() throws {
    let folder = try TemporaryFolder()
    try folder.write("def product a\n  a @ [1 2 3]\nend\n", to: "lib.pw")
    let sitting = Sitting(width: nil)
    sitting.session.folder = folder.path
    sitting.session.runEntry("run \"lib.pw\"")
    sitting.session.runEntry("def again a\n  product a\nend")
    #expect(
      sitting.typing("again [1 2; 3 4]").replacing(folder.path + "/", with: "") == """
        lib.pw:2:3: error: 2x2 @ 3: inner lengths differ
            2 |   a @ [1 2 3]
              |   ^ 2x2     3
        2:3: called from here
            2 |   product a
              |   ^
        1:1: called from here
            1 | again [1 2; 3 4]
              | ^
        """)
  }

  @Test func `a statement that fails takes its definition back`() {
    let sitting = Sitting("def f a; a + 1; end", "def f a; a + 2; end")
    #expect(sitting.typing("f 1") == "3")
  }
}
