import Language
import TestFolders
import Testing

@testable import Lab

/// What readers of other libraries type, and the line that tells them what is written here.
@Suite struct HintTests {
  @Test(arguments: [
    ("reshape x 5x6", "one length may be -1, which is worked out: [5, -1]"),
    ("reshape x 4x5", "one length may be -1, which is worked out: [-1, 5]"),
    ("reshape x 5x-1", "`[5, -1]` is a list of lengths, which may have names and -1 in it"),
    ("reshape x 5x", "`[5, -1]` is a list of lengths, which may have names and -1 in it"),
    ("reshape x 5xn", "`[5, n]` is a list of lengths, which may have names and -1 in it"),
    ("ones nxn", "`[n, n]` makes a shape of names"),
    ("ones 2 + nx3", "`[n, 3]` makes a shape of names"),
    ("conv x 3x3", "`ones 3x3` makes a kernel of it"),
    ("convtranspose x 1x1x3x3", "`ones 1x1x3x3` makes a kernel of it"),
    ("conv x k stride 2", "did you mean `stride=2`?"),
    ("conv x k 1 stride 2", "did you mean `stride=2`?"),
    ("conv x k pad 1x2", "did you mean `pad=1x2`?"),
    ("pool x 2x2 kind avg", "did you mean `kind=avg`?"),
    ("conv x k padding=1", "did you mean `pad`?"), ("conv x k strides=2", "did you mean `stride`?"),
    ("pool x 2x2 kind=mean", "did you mean `avg`?"),
    ("pool x 2x2 kind=average", "did you mean `avg`?"), ("sum x dim=1", "did you mean `axis`?"),
    ("conv x k flip=yes", "flip takes true or false"),
    ("exit", "did you mean `quit`?"), ("q", "did you mean `quit`?"),
    ("?", "`help` lists the verbs, `help conv` tells all about one"),
    ("convolve x k", "did you mean `conv`?"), ("convolution x k", "did you mean `conv`?"),
    ("maxpool x 2x2", "did you mean `pool`?"), ("avgpool x 2x2", "did you mean `pool`?"),
    ("unfold x 3x3", "did you mean `im2col`?"), ("fold x 3x3", "did you mean `col2im`?"),
    ("print x", "did you mean `show`?"), ("plt x", "did you mean `plot`?"),
    ("concatenate x x", "did you mean `concat`?"),
    ("y = matmul x x", "`@` multiplies matrices: a @ b"), ("range 5", "did you mean `arange`?"),
    ("help convolution", "did you mean `conv`?"), ("help slice", "did you mean `slices`?"),
    ("x.shape", "a verb stands before its operand: shape x"),
    ("x.T", "a verb stands before its operand: transpose x"),
    ("x.sum()", "a verb stands before its operand: sum x"),
    ("if n > 3", "there are no conditions: `repeat` and `for` run so many rounds"),
    ("return n", "a `def` gives the value of its last line: write the value alone"),
    ("sgd n learning_rate=0.1", "did you mean `lr`?"), ("adam n rate=0.1", "did you mean `lr`?"),
    ("len x", "`shape x` tells the lengths of x"), ("y = pi", "3.141592653589793"),
    ("y = true", "only options take it: flip=true; numbers are 1 and 0"),
    ("sin n", "there are exp, log, sqrt, abs, tanh and sigmoid; a power is x^2"),
    ("floor n", "numbers are not rounded here"), ("n += 1", "write n = n + …"),
    ("n ^= 2", "write n = n ^ …"),
    ("say \"a\" + \"b\"", "texts have no operators: they stand side by side"),
    ("n[0][0]", "several indices stand in one bracket: x[0, 0]"),
    ("nan", "`0/0` makes it"), ("y = x + inf", "`1/0` makes it"),
    ("conv(x, k)", "operands stand without brackets and commas: conv x k"),
    ("relu(conv(x, k[0, :]))", "operands stand without brackets and commas: conv x k[0, :]"),
    ("reshape(x, [5, -1])", "operands stand without brackets and commas: reshape x [5, -1]"),
    ("zeros(3,3)", "operands stand without brackets and commas: zeros 3x3"),
    ("reshape(x, 5, 5)", "operands stand without brackets and commas: reshape x 5x5"),
    ("pool(x, 2, 2)", "operands stand without brackets and commas: pool x 2x2"),
    ("arange(1, 17)", "operands stand without brackets and commas: arange 1 17"),
    ("orders x 2x2 from=columns", "add `to=`: the two say how one order becomes another"),
    ("orders x 2x2 to=rows", "add `from=`: the two say how one order becomes another"),
  ])
  func `a line is told what to write`(_ line: String, _ help: String) {
    let said = Sitting("x = reshape (arange 25) 5x5", "k = ones 3x3", "n = 4").typing(line)
    #expect(said.split(separator: "\n").last.map(String.init) == "   help: " + help)
  }

  @Test(arguments: ["x 2", "x conv", "y = x k", "a = 1\na x"])
  func `a value before an operand lacks an operator`(_ line: String) {
    let said = Sitting("x = reshape (arange 25) 5x5", "k = ones 3x3").typing(line)
    #expect(said.contains("is a value; an operator is missing between two values"))
    #expect(!said.contains("help:"))
  }

  @Test(arguments: ["relu q", "xn", "y = exit", "yes", "2yx"])
  func `what may be anything gets no far-fetched hint`(_ line: String) {
    let said = Sitting("x = reshape (arange 25) 5x5").typing(line)
    #expect(!said.contains("quit") && !said.contains("makes a shape"))
  }

  @Test(arguments: ["language", "slices", "expressions", "operators", "syntax"])
  func `the language has a page of its own`(_ topic: String) {
    let page = Sitting().typing("help \(topic)")
    #expect(page.hasPrefix("values     everything is a tensor"))
    for line in page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(Sitting().typing("help").contains("`help language` how lines are written"))
  }

  @Test func `no two verbs claim one synonym, and none is a verb`() {
    let synonyms = Verb.all.flatMap(\.signature.synonyms)
    #expect(Set(synonyms).count == synonyms.count)
    #expect(synonyms.allSatisfy { VerbSet.all.table[$0] == nil && $0 == $0.lowercased() })
  }

  @Test func `one picture is saved as csv`() throws {
    let folder = try TemporaryFolder()
    let sitting = Sitting()
    sitting.session.folder = folder.path
    #expect(sitting.typing("save (reshape (arange 4) 1x1x2x2) \"b.csv\"") == "")
    #expect(try folder.text(of: "b.csv") == "0,1\n2,3\n")
  }
}
