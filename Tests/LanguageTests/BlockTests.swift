import Testing

@testable import Language

@Suite struct BlockTests {
  @Test(arguments: [
    ("repeat 3\n  x = x + 1\nend", "(repeat 3 {(= x (+ x 1))})"),
    ("repeat 3; x = x + 1; end", "(repeat 3 {(= x (+ x 1));})"),
    ("repeat 3; x = x + 1\nend; y", "(repeat 3 {(= x (+ x 1))});\ny"),
    ("repeat 3\nx\ny;\nend", "(repeat 3 {x y;})"), ("repeat 3 # rounds\n\n\nend", "(repeat 3 {})"),
    ("repeat n * 2 watch=loss\nend", "(repeat (* n 2) watch=loss {})"),
    ("repeat (sum x) watch=a,b,c\r\nend\r\n", "(repeat (sum x) watch=a,b,c {})"),
    ("repeat (\n3\n)\nend", "(repeat 3 {})"),
    ("repeat 3 \\\n watch=a\nend", "(repeat 3 watch=a {})"),
    ("repeat 3;;;end", "(repeat 3 {})"), ("repeat -1\nend", "(repeat -1 {})"),
  ])
  func `repeat takes a count, a body and an end`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("for i in 0:10\nx[i] = i\nend", "(for i 0:10 {(= x[i] i)})"),
    ("for i in 0:n step=2\nend", "(for i 0:n step=2 {})"),
    ("for i in 10:0 step=-1 watch=i; end", "(for i 10:0 step=-1 watch=i {})"),
    ("for i in 0:(n / 2)\nend", "(for i 0:(/ n 2) {})"),
    ("for i in n - 1 : n * 2\nend", "(for i (- n 1):(* n 2) {})"),
    (
      "for i in a[0]:(max x) watch=a,b step=s[1]\nend",
      "(for i a[0]:(max x) step=s[1] watch=a,b {})"
    ),
    ("for in in in:in\nend", "(for in in:in {})"), ("for i in -3:-1\nend", "(for i -3:-1 {})"),
  ])
  func `for takes a name, a range and options`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    (
      "repeat 2\nfor i in 0:3\nrepeat i\nx\nend\ny\nend\nz\nend",
      "(repeat 2 {(for i 0:3 {(repeat i {x}) y}) z})"
    ),
    ("repeat 2; repeat 3; x; end; y; end", "(repeat 2 {(repeat 3 {x;}); y;})"),
    ("time repeat 10\nx\nend", "(time (repeat 10 {x}))"),
    ("time repeat 10; x; end;", "(time (repeat 10 {x;}););"),
    ("expect fails repeat 3\nx\nend\ny", "(fails (repeat 3 {x}))\ny"),
    ("repeat 2\nexpect fails repeat 3\nx\nend\nend", "(repeat 2 {(fails (repeat 3 {x}))})"),
    ("repeat 2\ntime for i in 0:1\nend\nend", "(repeat 2 {(time (for i 0:1 {}))})"),
    ("repeat 2\nexpect x == y\nend", "(repeat 2 {(expect x == y)})"),
    ("repeat 2\nshow x at=1,2\nend", "(repeat 2 {!(show x at=[1,2])})"),
  ])
  func `blocks nest and stand after time and expect fails`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("expect fails repeat 3\nfoo x\nend\ny", "(fails (refused: unknown verb `foo`))\ny"),
    (
      "expect fails repeat 3; conv x; conv y; end\ny",
      "(fails (refused: `conv` lacks its operand k (kernel)))\ny"
    ),
    ("expect fails repeat foo x\ny\nend\nz", "(fails (refused: unknown verb `foo`))\nz"),
    (
      "expect fails time repeat 3\nfoo x\nend;y",
      "(fails (refused: unknown verb `foo`););\ny"
    ),
  ])
  func `a block that a signature refuses fails as expected`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test func `every part of a block knows its place`() {
    let source = SourceText(name: "", text: "time for i in a:b watch=l,m\n  x = i\nend; y")
    let script = Script(parsing: source, verbs: TestVerbs.table)
    guard case .time(let inner)? = script.statements.first?.kind, case .loop(let loop) = inner.kind,
      case .range(let variable, let lower, let upper, nil) = loop.rounds
    else {
      Issue.record("not a loop")
      return
    }
    let spans =
      [inner.span, loop.keywordSpan, variable.span, lower.span, upper.span, loop.body[0].span]
      + loop.watched.map(\.span)
    #expect(
      spans.map(source.text) == [
        "for i in a:b watch=l,m\n  x = i\nend", "for", "i", "a", "b", "x = i", "l", "m",
      ])
    #expect(inner.isSilenced)
    #expect(!loop.body[0].isSilenced)
  }

  @Test(arguments: [
    ("repeat 3", true), ("repeat 3\n", true), ("repeat 3\nx", true), ("repeat 3; x; ", true),
    ("repeat 3\nfor i in 0:2\nend\n", true), ("repeat 3\nx\nend", false), ("time repeat 3", true),
    ("expect fails repeat 3\n", true), ("def f x", true), ("def f x\nrelu x\nend", false),
    ("repeat (", true), ("repeat 3 \\", true), ("repeat 3\nx = (1 +\n", true),
    ("repeat 3\nx \\", true), ("repeat 3\nfoo x\n", true), ("repeat 3\nfoo x\ny = (1 +", true),
    ("repeat 3\nfoo x\nend", false), ("repeat\n", false), ("for i in\n", false),
    ("def\n", false), ("end", false), ("repeat 3\nend\nend", false),
    ("repeat 3\ny = (1 + foo bar\n", false), ("repeat 3\n\"open", true),
    ("repeat 3\nrepeat\n", true), ("foo x\nrepeat 3\n", true),
  ])
  func `an entry is incomplete while a block is open`(_ text: String, _ isIncomplete: Bool) {
    #expect(parse(text).isIncomplete == isIncomplete)
  }
}
