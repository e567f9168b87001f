import Testing

import Language

@Suite struct SignatureTests {
  @Test(arguments: [
    ("conv", "conv x k [bias] stride= pad= groups= flip= algorithm="), ("vars", "vars"),
    ("concat", "concat x … axis="), ("einsum", "einsum \"spec\" [x …]"),
    ("run", "run \"file\" name=value …"), ("set", "set [setting value]"),
  ])
  func `the usage line shows operands and options`(_ verb: String, _ usage: String) {
    #expect(TestVerbs.table[verb]?.usage == usage)
  }

  @Test func `the last operand repeats when it is variadic`() {
    let table = TestVerbs.table
    #expect(table["concat"]?.operand(at: 7)?.name == "x")
    #expect(table["conv"]?.operand(at: 2)?.name == "bias")
    #expect(table["conv"]?.operand(at: 3) == nil)
    #expect(table["vars"]?.operand(at: 0) == nil)
  }

  @Test func `of two verbs of one name the first counts`() {
    let table = VerbTable([
      VerbSignature("a", summary: "first", group: .making),
      VerbSignature("a", summary: "second", group: .making),
    ])
    #expect(table["a"]?.summary == "first")
    #expect(table["b"] == nil)
    #expect(table.index(of: "a") == 0)
    #expect(table.names == ["a", "a"])
  }

  @Test func `groups have titles`() {
    #expect(
      VerbGroup.allCases.map(\.title) == [
        "making", "shaping", "arithmetic", "windows", "gradients", "seeing", "files", "the session",
        "defined here",
      ])
  }

  @Test func `an application finds its options by name`() {
    let script = parse("conv x k pad=1 stride=2")
    guard case .expression(let expression)? = script.statements.first?.kind,
      case .application(let application) = expression.kind
    else {
      Issue.record("not an application")
      return
    }
    #expect(application.option("stride")?.valueSpan == SourceSpan(22, 23))
    #expect(application.option("groups") == nil)
    #expect(TestVerbs.table.index(of: "conv") == application.verbIndex)
  }
}
