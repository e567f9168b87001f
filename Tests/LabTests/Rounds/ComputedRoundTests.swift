import Kernels
import Testing

@testable import Lab

/// Rounds computed from their graph, beside the same rounds run statement by statement.
@Suite struct ComputedRoundTests {
  private static let values = """
    seed 3
    x = randn 4x3x8x8
    many = randn 60x3x8x8
    t = randn 4x6x8x8
    half = randn 4x6x4x4
    u = randn 4x10
    labels = arange 4
    k = randn 6x3x3x3
    k2 = randn 6x6x3x3
    kt = randn 3x6x2x2
    b = zeros 6
    b2 = zeros 6
    q = randn 8x8
    m = randn 8
    w = 0.05 * randn 384x10
    w = detach w
    e = zeros 10
    def layer x
      tanh (conv x k b pad=1)
    end
    """

  /// Runs a script in a session whose rounds are computed, or not.
  private func run(_ script: String, computed: Bool) -> (printed: String, session: Session) {
    let sitting = Sitting()
    sitting.session.computesRounds = computed
    return (sitting.running(script), sitting.session)
  }

  @Test(
    arguments: ["f32", "f64"],
    [
      ("mse (relu (conv x k b pad=1)) t", "k b", "sgd"),
      ("mse (conv x k b pad=1 stride=2) half", "k b", "sgd"),
      ("mse (conv (layer x) k2 b2 pad=1) t", "k b k2 b2", "sgd"),
      ("mse (conv (relu (conv x k b pad=1)) k2 b2 pad=1 route=0) t", "k b k2 b2", "sgd"),
      ("mse (conv many[i:i + 4] k b pad=1) t", "k b", "sgd"),
      ("mse (conv (many[i:i + 4] + 0.1 * randn 4x3x8x8) k b pad=1) t", "k b", "sgd"),
      ("mse (conv (noise x p=0.2) k pad=1) t", "k", "sgd"),
      ("mse (pool (conv x k b pad=1) 2x2 kind=avg) half", "k b", "sgd"),
      ("mse (pool (conv x k b pad=1) 2x2) half", "k b", "sgd"),
      ("mse (reshape (conv x k b pad=1) [-1, 384] @ w + e) u", "k b w e", "sgd"),
      ("crossentropy (reshape (layer x) [-1, 384] @ w + e) labels", "k b w e", "sgd"),
      ("crossentropy (reshape x [-1, 192] @ w[0:192]) (relu (labels - 1))", "w", "sgd"),
      ("crossentropy (reshape x [-1, 192] @ w[0:192]) (softmax u)", "w", "sgd"),
      ("mse (conv x k b pad=1) t", "k b", "adam"),
      ("mse (layer x) t reduce=sum", "k b", "momentum"),
      ("mse (convtranspose x kt stride=2)[:, :, 0:8, 0:8] t", "kt", "sgd"),
      ("mse (resize (conv x k pad=1) 4x4) half", "k", "sgd"),
      ("mean ((x @ q - x) ^ 2)", "q", "sgd"),
      ("sum (sigmoid (x * m) / (1 + exp (0.1 * x))) / 100", "m", "sgd"),
      ("mse (softmax (x @ q)) (flip x axis=0)", "q", "sgd"),
      ("max (abs (x * m)) + min (sqrt (1 + m * m)) + log (sum (m ^ 2))", "m", "adam"),
    ])
  func `both ways give the same numbers, bit by bit, and the same past`(
    _ type: String, _ training: (loss: String, names: String, rule: String)
  ) {
    let rules = ["sgd": "sgd", "adam": "adam", "momentum": "sgd"]
    let rule = rules[training.rule, default: "sgd"]
    let momentum = training.rule == "momentum" ? "momentum=0.9" : ""
    let loss = training.loss.replacing(" route=0", with: "")
    let script = """
      set dtype \(type)
      \(Self.values)
      total = 0
      losses = zeros 30
      rate = 0.01
      for i in 0:30
        loss = \(loss)
        backward loss
        \(rule) \(training.names) lr=rate \(momentum)
        total = total + detach loss
        losses[i] = loss
      end
      set digits 17
      say loss total
      say losses
      say \(training.names)
      graph loss
      explain total
      """
    let (computed, session) = run(script, computed: true)
    #expect(computed == run(script, computed: false).printed)
    #expect(!computed.contains("error"))
    #expect(session.computedRoundCount == 27)
  }

  @Test(arguments: [
    // A value of the round before is part of the graph.
    "for i in 0:9; loss = mse (x * m) x; y = m; backward loss; sgd m; m2 = m; end",
    "y = m; for i in 0:9; loss = mse (x * y) x; backward loss; y = 0.5 * y; sgd m; end",
    "for i in 0:9; loss = mse (x * m) x; backward loss; sgd m; total = total + loss; end",
    // Options, indices and shapes of other rounds are others.
    "for i in 1:9; loss = mse (x * m) x; backward loss; sgd m lr=0.1 / i; end",
    "for i in 1:9; loss = sum (x * m)[i]; backward loss; sgd m; end",
    "for i in 1:9; loss = sum (reshape (m * m) [8 / (2 ^ (i - i)), -1]); backward loss; sgd m; end",
    // What asks the session for more than values.
    "for i in 0:9; loss = mse (x * m) x; backward loss; g = grad m; sgd m; end",
    "for i in 0:9; loss = mse (x * m) x; backward loss; sgd m; set digits 5; end",
    "for i in 0:9; loss = mse (x * (detach m) * m) x; backward loss; sgd m; end",
    "for i in 0:9; loss = mse (x * m * i) x; backward loss; sgd m; end",
    // Two names of one value.
    "z = x; for i in 0:9; loss = mse (x * m + z) x; backward loss; sgd m; end",
    "repeat 3; loss = mse (x * m) x; backward loss; sgd m; end",
  ])
  func `loops whose rounds may differ in more than numbers run statement by statement`(
    _ loop: String
  ) {
    let script = """
      \(Self.values)
      total = 0
      \(loop)
      set digits 17
      say loss m total
      graph loss
      """
    let (computed, session) = run(script, computed: true)
    #expect(computed == run(script, computed: false).printed)
    #expect(session.computedRoundCount == 0)
  }

  @Test(arguments: [
    // Another value behind the same name: another rate, another type, another shape, another verb.
    "rate = 0.1 / (epoch + 1)",
    "m = f32 m",
    "x = x[0:2 + epoch]",
    "x = 2 * x",
  ])
  func `a loop that is met again with other values takes them up`(_ change: String) {
    let script = """
      \(Self.values)
      rate = 0.1
      for epoch in 0:3
        for i in 0:12
          loss = mse (relu (x * m)) 1
          backward loss
          sgd m lr=rate
        end
        \(change)
        x = detach x
      end
      set digits 17
      say loss m
      """
    let (computed, session) = run(script, computed: true)
    #expect(computed == run(script, computed: false).printed)
    #expect(session.computedRoundCount > 9)
  }

  @Test func `a verb that is defined anew between two runs of a loop is the one that is called`() {
    let script = """
      \(Self.values)
      def net x
        x * m
      end
      repeat 12
        loss = mse (net x) 1
        backward loss
        sgd m
      end
      say loss
      """
    let other =
      script + "\ndef net x\n  x * m + 1\nend\n"
      + script.split(separator: "\n").suffix(6)
      .joined(separator: "\n")
    #expect(run(other, computed: true).printed == run(other, computed: false).printed)
  }

  @Test func `a round that fails says where and in which round, as it would anyway`() {
    let script = """
      \(Self.values)
      known = [1 2 3 4 5 6 7 8 9 10 11 12]
      for i in 0:9
        loss = crossentropy (u[0:4] * m[0]) known[i:i + 4]
        backward loss
        sgd m
      end
      """
    let (computed, session) = run(script, computed: true)
    #expect(computed == run(script, computed: false).printed)
    #expect(computed.contains("in round 7 of 9, at 6"))
    #expect(session.computedRoundCount == 4)
    #expect(session.node(named: "loss") == nil)
  }

  @Test func `numbers that stop being finite are said with the round`() {
    let script = """
      \(Self.values)
      for i in 0:200
        loss = mse (x * m) x
        backward loss
        sgd m lr=100
      end
      """
    let (computed, session) = run(script, computed: true)
    #expect(computed == run(script, computed: false).printed)
    #expect(computed.contains("note: loss is infinite from round "))
    #expect(session.computedRoundCount == 197)
  }

  @Test(arguments: Array(stride(from: 1, to: 400, by: 7)))
  func `a stop leaves the names as whole rounds leave them`(_ looks: Int) throws {
    let loop = """
      loss = mse (relu (conv x k b pad=1)) t
        backward loss
        sgd k b momentum=0.5
        total = total + detach loss
        n = n + 1
      end
      """
    let sitting = Sitting()
    _ = sitting.running(Self.values + "\ntotal = 0\nn = 0")
    Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
      _ = sitting.typing("repeat 1000\n  \(loop)")
    }
    let rounds = Int(sitting.typing("say n")) ?? -1
    let other = Sitting()
    other.session.computesRounds = false
    _ = other.running(Self.values + "\ntotal = 0\nn = 0\nrepeat \(rounds)\n  \(loop)")
    let question = "set digits 17; say total k b"
    #expect(sitting.typing(question) == other.typing(question))
    // The steps go on from there.
    _ = (sitting.typing("repeat 9\n  \(loop)"), other.typing("repeat 9\n  \(loop)"))
    #expect(sitting.typing(question) == other.typing(question))
  }

  @Test func `what the lines behind the graph print is printed every round`() {
    let script = """
      \(Self.values)
      for i in 0:8
        loss = mse (x * m) x
        backward loss
        adam m lr=0.1
        say i loss m[0]
        expect loss < 100
      end
      """
    let (computed, session) = run(script, computed: true)
    #expect(computed == run(script, computed: false).printed)
    #expect(computed.split(separator: "\n").count == 8)
    #expect(session.computedRoundCount == 5)
  }
}
