import Testing

@testable import Language

@Suite struct CompletionTests {
  private func candidates(_ text: String) -> String {
    let context = CompletionContext(before: text, verbs: TestVerbs.table)
    if context.offersFiles { return "file \(context.partial)" }
    return context.candidates(names: ["x", "photo", "größe"], verbs: TestVerbs.table)
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("con", "concat conv"), ("y = con", "concat conv"), ("y = sh", ""), ("sh", "show"),
    ("ti", "time"), ("p", "param photo plan pool"), ("y = p", "photo pool"), ("gr", "größe"),
    ("x = 1; con", "concat conv"), ("x = 1\ncon", "concat conv"), ("time con", "concat conv"),
    ("relu (con", "concat conv"), ("[relu x, con", "concat conv"), ("x[con", "concat conv"),
    ("y = x + p", "photo pool"), ("# con", ""), ("x \"con", ""), ("3con", ""), ("(x)con", ""),
    ("param p", ""), ("param e = p", "photo pool"), ("x p", ""), ("[x p", "photo pool"),
  ])
  func `verbs, keywords and names are due where a statement or a value begins`(
    _ text: String, _ expected: String
  ) {
    #expect(candidates(text) == expected)
  }

  @Test(arguments: [
    ("conv x k ", "algorithm= flip= groups= größe pad= photo stride= x"),
    ("y = conv x k pa", "pad="), ("y = conv x k pad=1 p", "photo"), ("conv p", "pad= photo"),
    ("conv x k b pa", "pad="), ("conv x k b p", "pad="), ("conv x (relu k) pad=1 s", "stride="),
    ("conv x k pad=same-lower s", "stride="), ("relu (conv x k p", "pad= photo"),
    ("relu (conv x k) p", ""), ("conv x[0, 1] k p", "pad= photo"), ("conv x k + p", "photo pool"),
    ("show x at=1,2 r", "rows="), ("show x rows=1:2 a", "as= at="), ("conv x -p", "photo"),
    ("expect conv x k ~ y to", "tol="), ("expect x ~ y ", "tol="), ("expect x == y ", ""),
    ("expect f", "fails"), ("expect fails sh", "show"), ("plan conv x k pa", "pad="),
    ("plan co", "conv"), ("plan ", "conv pool"), ("plan sh", ""),
  ])
  func `names and unused options are due after a verb`(_ text: String, _ expected: String) {
    #expect(candidates(text) == expected)
  }

  @Test(arguments: [
    ("conv x k pad=", "full größe photo same same-lower valid x"),
    ("conv x k pad=sa", "same same-lower"),
    ("conv x k pad=same-", "same-lower"), ("conv x k pad=same-l", "same-lower"),
    ("conv x k algorithm=", "direct im2col implicit"), ("conv x k flip=t", "true"),
    ("conv x k stride=p", "photo"), ("show x title=p", ""), ("set d", "digits dtype"),
    ("set dtype ", "f32 f64"), ("set dtype f3", "f32"), ("set digits ", "größe photo x"),
    ("record st", "start stop-now"), ("help co", "concat conv"), ("help ex", "expect explain"),
    ("drop p", "photo"), ("run \"a.pw\" ep", ""),
  ])
  func `words are due where an option or an operand declares them`(
    _ text: String, _ expected: String
  ) {
    #expect(candidates(text) == expected)
  }

  @Test(arguments: [
    ("load \"", "file "), ("y = load \"sam", "file sam"), ("load \"a\\\\b c", "file a\\b c"),
    ("save x \"o", "file o"), ("save \"o", ""), ("save x photo \"o", "file o"),
    ("show x palette=\"p", "file p"),
    ("show x title=\"p", ""), ("relu (load \"p", "file p"), ("load \"a\"", ""),
  ])
  func `files are due inside the quotes of a file`(_ text: String, _ expected: String) {
    #expect(candidates(text) == expected)
  }

  @Test(arguments: [
    ("r", "record relu repeat run"), ("f", "for"), ("d", "def drop"),
    ("e", "einsum expect explain"),
    ("repeat 3\ne", "einsum end expect explain"), ("repeat 3; e", "einsum end expect explain"),
    ("repeat 3\nd", "drop"), ("repeat 3\npa", ""), ("repeat 3\nend\ne", "einsum expect explain"),
    ("repeat 3\nfor i in 0:2\nend\nen", "end"), ("time r", "record relu repeat run"),
    ("time d", "drop"), ("repeat 3\ntime en", ""), ("expect fails f", "for"), ("end f", ""),
    ("y = r", "relu"), ("repeat r", "relu"), ("repeat 3 w", "watch="), ("repeat 3 ", "watch="),
    ("repeat relu x w", ""), ("repeat (relu x) w", "watch="), ("repeat 3 watch=p", "photo"),
    ("repeat 3 watch=a w", ""), ("for p", ""), ("for i ", "in"), ("for i i", "in"),
    ("for i in p", "photo pool"), ("for i in 0:p", "photo pool"),
    ("for i in 0:n ", "step= watch="), ("for i in 0:n step=2 ", "watch="),
    ("for i in 0:n step=p", "photo"), ("def ", ""), ("def p", ""), ("def net p", ""),
    ("for i in 0:n\n", Self.candidatesOfBody), ("def net image\nrelu im", "image"),
    ("repeat 3\nphotograph = 3\ny = phot", "photo photograph"), ("photograph = phot", "photo"),
  ])
  func `a block offers its keywords, its options and the names it binds`(
    _ text: String, _ expected: String
  ) {
    #expect(candidates(text) == expected)
  }

  private static let candidatesOfBody =
    "concat conv drop einsum end expect explain for größe help i load max photo plan pool record "
    + "relu repeat run save set show sum time vars x"

  @Test func `the word begins where the completion replaces`() {
    let word = CompletionContext(before: "y = größ", verbs: TestVerbs.table)
    #expect(word.start == 4)
    #expect(word.partial == "größ")
    #expect(CompletionContext(before: "conv x k pad=same-l", verbs: TestVerbs.table).start == 13)
    #expect(CompletionContext(before: "load \"sam", verbs: TestVerbs.table).start == 6)
    #expect(CompletionContext(before: "conv x -p", verbs: TestVerbs.table).partial == "p")
  }
}
