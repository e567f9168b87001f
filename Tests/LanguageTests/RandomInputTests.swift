import Testing

@testable import Language

/// SplitMix64 (Steele, Lea and Flood 2014): the same inputs on every run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct RandomInputTests {
  private static let program = """
    # a tour: größe 漢字
    param epochs = 5
    x = load "a\\\\b.png"; k = [[1, 2], [3, -4.5e-3]]
    y = relu (conv x k pad=same-lower stride=2x1)[0, :, 2:-1] + 3 ^ -2 \\
      - sum x axis=0,1
    x[0, n - 1] = ([1 -2; a 4])[0]
    expect y ~ (conv x k) tol=1e-9; time show x rows=10:20 as=heat title="\\"q\\""
    expect fails plan conv 3x227x227 96x3x11x11 stride=4
    set dtype f32; drop x y; help conv; run "x.pw" n=5 m=[1 2]
    def net a b  # a layer
      c = relu (conv a b pad=same)
      for i in 0:(c[0] - 1) step=2 watch=c,a
        repeat i; c[i] = net c b; end
        time repeat 2 * i watch=c
          expect fails foo x; show c at=1,2
        end; i
      end
      sum (c +
        a)
    end
    expect fails repeat 3
      net x
    end

    """
  private static let fragments = [
    "(", ")", "[", "]", "[", "]", ",", ";", ":", "=", "==", "~", "-", " -", "- ", "+", "^", "@",
    "\\\n", "\n", "\r\n", " ", " ", " ", "conv", "relu", "show", "set", "dtype", "plan", "help",
    "x",
    "k", "y", "3", "2x2", "1e9", "\"", "\"a\"", "#", "pad=", "stride=", "at=", "same", "same-lower",
    "expect", "fails", "time", "param", "repeat", "repeat 3\n", "for", "for i in 0:3", "in", "def",
    "def f x\n", "end",
    "\nend", ";end;", "watch=", "step=", "f", "tol=", "×", "−", "é", "_", "load \"", "concat",
  ]

  /// What must hold of any input at all.
  private func check(_ bytes: [UInt8]) {
    let source = SourceText(name: "r.pw", bytes: bytes)
    let script = Script(parsing: source, verbs: TestVerbs.table)
    for diagnostic in script.diagnostics {
      let isInside = diagnostic.span.start >= 0 && diagnostic.span.end <= bytes.count
      if !isInside || diagnostic.message.isEmpty { Issue.record("\(bytes): \(diagnostic)") }
      let text = diagnostic.rendered(in: source, width: 40)
      if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) { Issue.record("\(bytes)") }
    }
    for statement in script.statements where statement.span.end > bytes.count {
      Issue.record("\(bytes): \(statement.span)")
    }
    _ = script.statements.map(\.outline)
    if script.isIncomplete, script.diagnostics.isEmpty { Issue.record("\(bytes): incomplete") }
    if script.diagnostics.count > Limits.diagnostics { Issue.record("\(bytes)") }
    let text = String(decoding: bytes, as: UTF8.self)
    let context = CompletionContext(before: text, verbs: TestVerbs.table)
    if context.start > text.utf8.count { Issue.record("\(bytes): \(context)") }
  }

  @Test func `the program is legal`() {
    #expect(parse(Self.program).diagnostics.map(\.message) == [])
  }

  @Test func `every truncation of a program parses or is diagnosed`() {
    let bytes = Array(Self.program.utf8)
    for end in bytes.indices { check(Array(bytes[..<end])) }
    for start in bytes.indices { check(Array(bytes[start...])) }
  }

  @Test func `lines of a block program are incomplete until its last end`() {
    let block = """
      def net a
        for i in 0:9
          repeat 3; a = (relu
            a); end
          time repeat i
            a
          end
        end
        a
      end
      """
    let lines = block.split(separator: "\n")
    for count in 1...lines.count {
      let text = lines.prefix(count).joined(separator: "\n")
      #expect(parse(text).isIncomplete == (count < lines.count), "\(count) lines")
    }
  }

  @Test func `random bytes parse or are diagnosed`() {
    var generator = Generator(state: 1)
    for _ in 0..<10_000 {
      let count = Int.random(in: 0..<60, using: &generator)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  @Test func `random fragments parse or are diagnosed`() {
    var generator = Generator(state: 2)
    for _ in 0..<15_000 {
      let count = Int.random(in: 1..<20, using: &generator)
      let text = (0..<count).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }
      check(Array(text.joined().utf8))
    }
  }

  @Test func `programs with a few random edits parse or are diagnosed`() {
    var generator = Generator(state: 3)
    let original = Array(Self.program.utf8)
    for _ in 0..<2_000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default:
          let fragment = Self.fragments.randomElement(using: &generator) ?? ""
          bytes.insert(contentsOf: Array(fragment.utf8), at: place)
        }
      }
      check(bytes)
    }
  }
}
