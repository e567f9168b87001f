import Testing

@testable import Language

@Suite struct DefinitionTests {
  private func definition(_ text: String) throws -> Definition {
    guard case .definition(let definition)? = parse(text).statements.first?.kind else {
      throw Absent()
    }
    return definition
  }

  private struct Absent: Error {}

  @Test(arguments: [
    ("def net x k\nrelu (conv x k)\nend", "(def (net x k) {(relu (conv x k))})"),
    ("def net x k; relu x; end\nnet a b + 1", "(def (net x k) {(relu x);})\n(+ (net a b) 1)"),
    ("def one; 1; end\none * one", "(def (one) {1;})\n(* (one) (one))"),
    ("def f x\ny = f (x - 1)\ny\nend", "(def (f x) {(= y (f (- x 1))) y})"),
    (
      "def f x\nx\nend\ndef f x y\nx + y\nend\nf 1 2",
      "(def (f x) {x})\n(def (f x y) {(+ x y)})\n(f 1 2)"
    ),
    (
      "def f x; x; end\ndef g x; f x; end\nplan g 3\nhelp g",
      "(def (f x) {x;})\n(def (g x) {(f x);})\n!(plan (g 3))\n!(help 'g)"
    ),
    (
      "def f x\nfor i in 0:3\nx = relu x\nend\nx\nend",
      "(def (f x) {(for i 0:3 {(= x (relu x))}) x})"
    ),
  ])
  func `a definition adds a verb`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("def f x\nshow x\nend\nf y", "(def (!f x) {!(show x)})\n!(f y)"),
    ("def f x; y = x; end\nf y", "(def (!f x) {(= y x);})\n!(f y)"),
    ("def f x\nend\nf y", "(def (!f x) {})\n!(f y)"),
    ("def f n\nfor i in 0:n\nf (n - 1)\nend\nend", "(def (!f n) {(for i 0:n {!(f (- n 1))})})"),
    ("def f n\nfor i in 0:n\nf (n - 1)\nend\nn\nend", "(def (f n) {(for i 0:n {(f (- n 1))}) n})"),
    (
      "def f x; show x; end; def f x; x; end; f 1",
      "(def (!f x) {!(show x);});\n(def (f x) {x;});\n(f 1)"
    ),
  ])
  func `a definition whose last statement is no expression is a command`(
    _ text: String, _ expected: String
  ) {
    #expect(outline(text) == expected)
  }

  @Test func `a definition knows its signature, its result and its names`() throws {
    let definition = try definition(
      """
      def net x k
        y = conv x k
        for i in 0:3
          time z[i] = sum y
          y = relu y
          expect fails w = y + q
          repeat 2; v = i; end
        end
        y + x
      end
      """)
    #expect(definition.signature.usage == "net x k")
    #expect(definition.signature.isUserDefined)
    #expect(definition.localNames == ["x", "k", "y", "i", "z", "w", "v"])
    #expect(definition.result?.outline == "(+ y x)")
    #expect(definition.parameters.map(\.span) == [SourceSpan(8, 9), SourceSpan(10, 11)])
  }

  @Test func `a later source knows the verbs of an earlier one`() throws {
    let definition = try definition("def net x k\nrelu x\nend")
    let table = TestVerbs.table.adding(definition.signature)
    let script = Script(parsing: SourceText(name: "", text: "net a b"), verbs: table)
    #expect(script.diagnostics == [])
    guard case .expression(let expression)? = script.statements.first?.kind,
      case .application(let application) = expression.kind
    else {
      Issue.record("not an application")
      return
    }
    #expect(application.verb == "net")
    #expect(application.verbIndex == nil)
  }

  @Test func `a table grows at its end and replaces only verbs that a definition made`() {
    let built = VerbTable([VerbSignature("a", summary: "built in", group: .making)])
    let first = VerbSignature("f", summary: "first", group: .defined)
    let second = VerbSignature("f", summary: "second", group: .defined)
    let table = built.adding(first).adding(VerbSignature("g", summary: "", group: .defined))
    #expect(table.adding(second).names == ["a", "f", "g"])
    #expect(table.adding(second)["f"]?.summary == "second")
    #expect(
      table.adding(VerbSignature("a", summary: "", group: .defined))["a"]?.summary == "built in")
    #expect(built.names == ["a"])
  }
}
