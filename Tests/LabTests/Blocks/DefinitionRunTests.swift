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
        """)
  }

  @Test func `an error inside names the line of the definition`() {
    #expect(
      Sitting("def f a\n  b = a @ [1 2 3]\n  b\nend").typing("f [1 2; 3 4]") == """
        2:7: error: 2x2 @ 3: inner lengths differ
            2 |   b = a @ [1 2 3]
              |       ^ 2x2     3
        """)
  }

  @Test func `a statement that fails takes its definition back`() {
    let sitting = Sitting("def f a; a + 1; end", "def f a; a + 2; end")
    #expect(sitting.typing("f 1") == "3")
  }
}
