import Testing

@testable import Language

@Suite struct SyntaxTests {
  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"), ("1 * 2 + 3", "(+ (* 1 2) 3)"),
    ("1 - 2 - 3", "(- (- 1 2) 3)"), ("8 / 4 / 2", "(/ (/ 8 4) 2)"),
    ("2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"), ("-x ^ 2", "(- (^ x 2))"), ("2 ^ -1", "(^ 2 -1)"),
    ("a @ b * c", "(* (@ a b) c)"), ("a + b @ c", "(+ a (@ b c))"), ("--1", "1"),
    ("(1 + 2) * 3", "(* (+ 1 2) 3)"), ("1e-9", "1e-09"), ("1.", "1.0"), (".5", "0.5"),
    ("3x227x227", "3x227x227"), ("x2", "x2"), ("2x2 + x2", "(+ 2x2 x2)"),
    ("99999999999999999999", "1e+20"), ("\"a\\\"\\\\\\n\\t\"", "\"a\"\\\n\t\""),
    ("größe_2 + 漢字", "(+ größe_2 漢字)"), ("_ + 1", "(+ _ 1)"),
  ])
  func `infix operators and literals read as usual`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("relu x + y", "(+ (relu x) y)"), ("relu x ^ 2", "(^ (relu x) 2)"),
    ("relu x @ relu y", "(@ (relu x) (relu y))"), ("-relu x", "(- (relu x))"),
    ("relu (x + y)", "(relu (+ x y))"), ("relu(x)", "(relu x)"),
    ("conv x k pad=1 + 2", "(+ (conv x k pad=1) 2)"),
    ("conv x (relu k) stride=2x1", "(conv x (relu k) stride=2x1)"),
    ("conv pad=1 x k", "(conv x k pad=1)"), ("conv x [1 2]", "(conv x [2: 1 2])"),
    ("conv x[0] k", "(conv x[0] k)"), ("relu (conv x k)[0:8, :]", "(relu (conv x k)[0:8,:])"),
    ("pool x 2x2", "(pool x 2x2)"), ("einsum \"ij,jk->ik\" a b", "(einsum \"ij,jk->ik\" a b)"),
    ("(conv x\n  k)", "(conv x k)"), ("conv x \\\n k", "(conv x k)"),
    ("conv x \\  \r\n k\r\n", "(conv x k)"), ("x = 5 # five", "(= x 5)"),
  ])
  func `applications bind tighter than infix operators`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("a - b", "(- a b)"), ("a-b", "(- a b)"), ("a -b", "(- a b)"), ("a- b", "(- a b)"),
    ("[a - b]", "[1: (- a b)]"), ("[a-b]", "[1: (- a b)]"), ("[a- b]", "[1: (- a b)]"),
    ("[1 -2]", "[2: 1 -2]"), ("[a -b]", "[2: a (- b)]"), ("[(a -b)]", "[1: (- a b)]"),
    ("[1 - 2 -3]", "[2: (- 1 2) -3]"), ("[-1, -2]", "[2: -1 -2]"), ("[1 --2]", "[2: 1 2]"),
    ("concat x -1", "(concat x -1)"), ("concat x - 1", "(- (concat x) 1)"),
    ("concat x-1", "(- (concat x) 1)"), ("concat -x", "(concat (- x))"),
    ("concat x -(y)", "(concat x (- y))"), ("x[a -1]", "x[(- a 1)]"), ("x[-1]", "x[-1]"),
    ("x[1:-1]", "x[1:-1]"), ("y = -1", "(= y -1)"), ("y=-1", "(= y -1)"), ("2*-1", "(* 2 -1)"),
    ("(-1)", "-1"), ("conv x k groups=-1", "(conv x k groups=-1)"),
    ("conv x k pad=1 -1", "(conv x k -1 pad=1)"), ("2 - -1", "(- 2 -1)"),
  ])
  func `a minus is a sign where an operand is due`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("x[0, :, 2:5]", "x[0,:,2:5]"), ("x[::2]", "x[::2]"), ("x[1:]", "x[1:]"),
    ("x[:n - 1]", "x[:(- n 1)]"), ("x[a:b:s]", "x[a:b:s]"), ("x[:, -1]", "x[:,-1]"),
    ("x[0][1]", "x[0][1]"), ("x[relu y]", "x[(relu y)]"), ("(im2col)[0]", "im2col[0]"),
    ("x[\n0,\n1]", "x[0,1]"),
  ])
  func `an index touches its value`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("[1, 2]", "[2: 1 2]"), ("[1 2; 3 4]", "[2x2: 1 2 3 4]"),
    ("[[1, 2], [3, 4]]", "[2x2: 1 2 3 4]"),
    ("[1; 2; 3]", "[3x1: 1 2 3]"), ("[1 2;]", "[1x2: 1 2]"), ("[[1 2]]", "[1x2: 1 2]"),
    ("[[1 2] [3 4]]", "[2x2: 1 2 3 4]"), ("[1, 2,]", "[2: 1 2]"), ("[n, 400]", "[2: n 400]"),
    ("[[[1], [2]], [[3], [4]]]", "[2x2x1: 1 2 3 4]"), ("[1 2;\n 3 4]", "[2x2: 1 2 3 4]"),
    ("[1,\n 2]", "[2: 1 2]"), ("[\n1 2\n]", "[2: 1 2]"), ("[a[0] b]", "[2: a[0] b]"),
    ("[1 + 2 3]", "[2: (+ 1 2) 3]"), ("[sum x, 1]", "[2: (sum x) 1]"),
    ("[[1 2;3 4],[5 6;7 8]]", "[2x2x2: 1 2 3 4 5 6 7 8]"), ("[2x2]", "[1: 2x2]"),
    ("[1 2 \\\n 3]", "[3: 1 2 3]"),
  ])
  func `matrices take their extents from brackets and semicolons`(
    _ text: String, _ expected: String
  ) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("conv x k pad=same", "(conv x k pad='same)"),
    ("conv x k pad=same-lower", "(conv x k pad='same-lower)"),
    ("conv x k pad=0x1x0x1", "(conv x k pad=0x1x0x1)"), ("conv x k pad=p", "(conv x k pad=p)"),
    ("conv x k pad=(n - 1)", "(conv x k pad=(- n 1))"),
    ("conv x k stride=s[0]", "(conv x k stride=s[0])"),
    ("conv x k flip=true", "(conv x k flip='true)"), ("conv x k flip=b", "(conv x k flip=b)"),
    ("conv x k flip=1", "(conv x k flip=1)"), ("pool x 2 kind=max", "(pool x 2 kind='max)"),
    ("conv x k pad=same - 1", "(- (conv x k pad='same) 1)"),
    ("pool x 2 weights=[1 2] scale=-0.5", "(pool x 2 weights=[2: 1 2] scale=-0.5)"),
    ("show x at=1,2", "!(show x at=[1,2])"), ("show x rows=10:20", "!(show x rows=[10:20])"),
    ("show x rows=:", "!(show x rows=[:])"),
    ("show x rows=-3: at=0", "!(show x rows=[-3:] at=[0])"),
    ("show x rows=a:b:2,:4", "!(show x rows=[a:b:2,:4])"),
    ("[sum x axis=0,1]", "[1: (sum x axis=[0,1])]"),
    ("[sum x axis=0, 1]", "[2: (sum x axis=[0]) 1]"),
    ("show x title=\"a b\"", "!(show x title=\"a b\")"),
    ("run \"a.pw\" epochs=5 name=\"n\"", "!(run \"a.pw\" epochs=5 name=\"n\")"),
  ])
  func `options take words, operands and index lists`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("a = 1; b = 2", "(= a 1);\n(= b 2)"), ("x;", "x;"), (";;\n;", ""), ("", ""), ("# only", ""),
    ("x[0, 0] = 5", "(= x[0,0] 5)"), ("x[0] + 1", "(+ x[0] 1)"),
    ("param epochs = 5", "(param epochs 5)"),
    ("param epochs=5", "(param epochs 5)"), ("time y = relu x", "(time (= y (relu x)))"),
    ("time relu x;", "(time (relu x););"), ("expect a == b", "(expect a == b)"),
    ("expect a ~ b tol=1e-9", "(expect a ~ b tol=1e-09)"),
    ("expect y ~ (conv x k) tol=t", "(expect y ~ (conv x k) tol=t)"),
    ("expect conv x k ~ y tol=1", "(expect (conv x k) ~ y tol=1)"),
    ("expect (sum x) < 3", "(expect (sum x) < 3)"), ("expect a != b", "(expect a != b)"),
    ("expect a<=b", "(expect a <= b)"), ("expect a > -b", "(expect a > (- b))"),
    ("expect a >= b;", "(expect a >= b);"), ("expect fails conv x k", "(fails (conv x k))"),
    ("expect fails == 1", "(expect fails == 1)"), ("expect fails x = 1", "(fails (= x 1))"),
    ("expect fails conv x k strid=2", "(fails (refused: `conv` has no option `strid`))"),
    ("expect fails con x k; y", "(fails (refused: unknown verb `con`););\ny"),
    ("expect fails relu [1; 2] 3; y", "(fails (refused: `relu` takes 1 operand, x););\ny"),
    ("\u{FEFF}x", "x"), ("a\r\nb\r\n", "a\nb"), ("time x[0] = 1", "(time (= x[0] 1))"),
  ])
  func `statements of every form`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: [
    ("explain y[0,0,1,2]", "!(explain y[0,0,1,2])"), ("explain y", "!(explain y)"),
    ("plan conv 3x227x227 96x3x11x11 stride=4", "!(plan (conv 3x227x227 96x3x11x11 stride=4))"),
    ("plan (conv x k)", "!(plan (conv x k))"), ("drop x y", "!(drop x y)"), ("vars", "!(vars)"),
    ("help", "!(help)"), ("help conv", "!(help 'conv)"), ("help expect", "!(help 'expect)"),
    ("set", "!(set)"), ("set dtype", "!(set 'dtype)"), ("set dtype f32", "!(set 'dtype 'f32)"),
    ("set digits 3", "!(set 'digits 3)"), ("record stop-now", "!(record 'stop-now)"),
    ("save x \"a.npy\"", "!(save x \"a.npy\")"),
    ("save x y (x + y) \"a.npz\"", "!(save x y (+ x y) \"a.npz\")"),
    ("y = load \"a.npy\"", "(= y (load \"a.npy\"))"),
  ])
  func `operands of every kind`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test func `every node knows its place`() {
    let source = SourceText(name: "", text: "yy = (conv x k pad=1) + 2")
    let script = Script(parsing: source, verbs: TestVerbs.table)
    guard case .binding(_, let name, let value)? = script.statements.first?.kind,
      case .binary(_, let left, let right, let symbol) = value.kind,
      case .application(let application) = left.kind
    else {
      Issue.record("not a binding of a sum")
      return
    }
    let spans = [
      name, value.span, left.span, right.span, symbol, application.span, application.verbSpan,
      application.operands[1].span, application.options[0].span, application.options[0].valueSpan,
      script.statements[0].span,
    ]
    #expect(
      spans.map(source.text) == [
        "yy", "(conv x k pad=1) + 2", "(conv x k pad=1)", "2", "+", "conv x k pad=1", "conv", "k",
        "pad=1", "1", "yy = (conv x k pad=1) + 2",
      ])
  }

  @Test(arguments: [
    ("y = (1 +", true), ("y = relu (", true), ("y = (conv x", true), ("[1 2;", true),
    ("x \\", true), ("conv x \\ ", true), ("x[0,", true), ("a; b = [", true), ("", false),
    ("y = 1 +", false), ("relu", false), ("(1))", false), ("(]", false), ("x \\\n", false),
    ("\"open", false), ("y = (1 + foo bar", false), ("foo bar\n(", false), ("(x) + (", true),
  ])
  func `an entry is incomplete while a bracket is open or a backslash ends it`(
    _ text: String, _ isIncomplete: Bool
  ) {
    #expect(parse(text).isIncomplete == isIncomplete)
  }
}
