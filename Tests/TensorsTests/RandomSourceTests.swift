import Foundation
import Kernels
import Testing

@testable import Tensors

/// The figures were worked out apart, in another language, from the published algorithms.
@Suite struct RandomSourceTests {
  struct Stream: Sendable {
    let seed: UInt64
    let bits: [UInt64]
    let uniform: [Double]
    let normal: [Double]
    let below10: [Int]
    let permutation: [Int]
    let short: [Float]
  }

  static let streams = [
    Stream(
      seed: 0,
      bits: [
        0x5317_5d61_490b_23df, 0x61da_6f3d_c380_d507, 0x5c0f_df91_ec9a_7bfc, 0x02ee_bf8c_3bbe_5e1a,
      ],
      uniform: [0.3245752680314067, 0.38223929651167343, 0.3596172076473553],
      normal: [
        -1.5411826072230725, -1.0345790242567108, -0.004041182672357505, -0.40962189869308935,
      ],
      below10: [3, 3, 3, 0, 4, 0, 8, 8, 2, 0, 3, 0], permutation: [5, 3, 4, 1, 0, 6, 7, 2],
      short: [0.3245752453804016, 0.38223928213119507]),
    Stream(
      seed: 1,
      bits: [
        0xcfc5_d07f_6f03_c29b, 0xbf42_4132_963f_e08d, 0x19a3_7d57_57aa_f520, 0xbf08_119f_05cd_56d6,
      ],
      uniform: [0.8116121588818848, 0.7471047161582187, 0.10015090353378375],
      normal: [0.7497765692000015, 0.5945638545653684, -0.42669737721760137, 0.2627493568134026],
      below10: [8, 7, 1, 7, 1, 5, 9, 5, 0, 1, 9, 3], permutation: [4, 2, 1, 7, 3, 0, 5, 6],
      short: [0.8116121292114258, 0.7471047043800354]),
    Stream(
      seed: 42,
      bits: [
        0xd076_4d4f_4476_689f, 0x519e_4174_576f_3791, 0xfbe0_7cfb_0c24_ed8c, 0xb37d_9f60_0cd8_35b8,
      ],
      uniform: [0.8143051451229099, 0.3188210400616611, 0.9838941681774888],
      normal: [0.9813983900724986, -0.565720104673956, 1.3403256427520227, 0.4023128702992608],
      below10: [8, 3, 9, 7, 7, 5, 1, 6, 2, 9, 5, 8], permutation: [7, 0, 1, 4, 3, 5, 2, 6],
      short: [0.8143051266670227, 0.3188210129737854]),
    Stream(
      seed: .max,
      bits: [
        0x56cc_f8ce_948e_27b2, 0xe685_8843_2e5a_5b90, 0xe3e9_b5a4_8119_ca8b, 0x460f_1949_5532_ae73,
      ],
      uniform: [0.33906512301887703, 0.9004750408188128, 0.8902848745939088],
      normal: [-0.28602847341400006, 0.7117615939722645, 0.5546620368772278, -0.32165691743520247],
      below10: [3, 9, 8, 2, 6, 4, 8, 4, 6, 8, 3, 6], permutation: [0, 3, 4, 7, 1, 5, 6, 2],
      short: [0.3390650749206543, 0.900475025177002]),
  ]

  @Test("a seed gives the same numbers everywhere and for ever", arguments: streams)
  func figures(_ stream: Stream) throws {
    func drawn<Number>(_ count: Int, _ draw: (inout RandomSource) -> Number) -> [Number] {
      var source = RandomSource(seed: stream.seed)
      return (0..<count).map { _ in draw(&source) }
    }
    #expect(drawn(4) { $0.next() } == stream.bits)
    #expect(drawn(3) { $0.uniform() } == stream.uniform)
    #expect(drawn(4) { $0.normal() } == stream.normal)
    #expect(drawn(12) { $0.below(10) } == stream.below10)
    #expect(drawn(1) { $0.permutation(8) } == [stream.permutation])
    #expect(drawn(2) { Float(RandomSource.shortUniform($0.next())) } == stream.short)
  }

  @Test("the logarithm is that of libm to a few ulp")
  func logarithm() {
    var source = RandomSource(seed: 3)
    let spread = (0..<20_000).map { _ in exp(700 * (2 * source.uniform() - 1)) }
    let near = (0..<20_000).map { _ in 0.5 + source.uniform() }
    let edges = [
      1, 2, 0.5, 1.4142135623730951, 1.4142135623730954, 1.nextUp, 1.nextDown, 0x1p-1022,
    ]
    for x in spread + near + edges {
      let expected = log(x)
      let error = (RandomSource.logarithm(SIMD8(repeating: x))[3] - expected).magnitude
      if error > 4 * max(expected.magnitude.ulp, 0x1p-1074) {
        // Where the exponent and the mantissa cancel, the error is that of the larger of the two.
        #expect(error <= 4 * 0.7.ulp, "log \(x)")
      }
    }
  }

  @Test("the sine of turns is within a few ulp of 1 of libm's")
  func sine() {
    for step in -4096...4096 {
      let turns = Double(step) / 1024
      let expected = sin(2 * Double.pi * (turns - turns.rounded()))
      #expect((RandomSource.sineOfTurns(turns) - expected).magnitude <= 4 * 1.0.ulp)
    }
    for (turns, sine) in [(0.0, 0.0), (0.25, 1), (0.5, 0), (0.75, -1), (1, 0), (-0.25, -1)] {
      #expect(RandomSource.sineOfTurns(turns) == sine)
    }
    #expect(RandomSource.sineOfTurns(.infinity).isNaN)
  }

  @Test("normal numbers have the moments of the distribution")
  func moments() {
    var source = RandomSource(seed: 5)
    let count = 200_000
    var powers = [0.0, 0, 0, 0, 0]
    for _ in 0..<count {
      let x = source.normal()
      var power = 1.0
      for degree in 0...4 {
        powers[degree] += power / Double(count)
        power *= x
      }
    }
    for (power, expected) in zip(powers, [1.0, 0, 1, 0, 3]) {
      #expect((power - expected).magnitude < 0.05)
    }
  }

  @Test("numbers below a bound are all reached and equally often", arguments: [1, 2, 3, 7, 10])
  func below(_ bound: Int) {
    var source = RandomSource(seed: 9)
    var counts = Array(repeating: 0, count: bound)
    for _ in 0..<bound * 1000 { counts[source.below(bound)] += 1 }
    #expect(counts.allSatisfy { (850...1150).contains($0) })
  }

  @Test(
    "many draws at once are the draws one by one, and leave the stream where those do",
    arguments: [0, 1, 7, 4095, 4096, 4097, 8192, 13_000])
  func blocks(_ count: Int) {
    var (one, many) = (RandomSource(seed: 11), RandomSource(seed: 11))
    var bits = [UInt64](repeating: 0, count: count)
    many.fill(&bits, count)
    #expect(bits == (0..<count).map { _ in one.next() })
    #expect(many.next() == one.next())
  }

  @Test(
    "many normal numbers at once are those drawn one by one",
    arguments: [0, 1, 2, 3, 15, 16, 17, 4095, 4096, 4097, 9001])
  func normalBlocks(_ count: Int) throws {
    var (one, many) = (RandomSource(seed: 12), RandomSource(seed: 12))
    // Twice: the second time a number may be left over from the first.
    for _ in 0..<2 {
      let cells = try Tensor.normal(Shape([count]), .f64, mean: 1, deviation: 3, using: &many)
      #expect(cells.array == (0..<count).map { _ in 1 + 3 * one.normal() })
    }
    #expect(many.next() == one.next())
  }

  @Test(
    "noise on many pixels is drawn pixel by pixel, on a picture that lies anyhow",
    arguments: [Noise.saltAndPepper(0.3), .gaussian(0.5)], [ElementType.f32, .f64])
  func noise(_ noise: Noise, _ type: ElementType) throws {
    var (one, many) = (RandomSource(seed: 13), RandomSource(seed: 13))
    let picture = try Tensor.uniform(Shape([70, 150]), type, using: &one)
    _ = try Tensor.uniform(Shape([70, 150]), type, using: &many)
    let turned = try picture.transposed()
    let noisy = try turned.with(noise, using: &many)
    let expected = turned.array.map { pixel in
      switch noise {
      case .saltAndPepper(let probability):
        let draw = one.uniform()
        return draw < probability ? (draw < probability / 2 ? 0 : 1) : pixel
      case .gaussian(let deviation):
        let sum = pixel + deviation * one.normal()
        return type == .f32 ? Double(Float(sum)) : sum
      }
    }
    #expect(noisy.array == expected)
  }

  @Test("a permutation has every number once", arguments: 0...6)
  func permutations(_ count: Int) {
    var source = RandomSource(seed: 1)
    #expect(source.permutation(count).sorted() == Array(0..<count))
  }
}

@Suite struct RandomTensorTests {
  @Test("a tensor's cells are the stream's numbers, f32 cut and never 1")
  func uniform() throws {
    let shape = try Shape([300, 300])
    var (source, again, short) = (
      RandomSource(seed: 4), RandomSource(seed: 4), RandomSource(seed: 4)
    )
    let long = try Tensor.uniform(shape, .f64, using: &source)
    let expected = (0..<shape.count).map { _ in again.uniform() }
    #expect(long.array == expected)
    let cells = try Tensor.uniform(shape, .f32, using: &short).array
    let limit = 0x1p-24
    #expect(zip(cells, expected).allSatisfy { $0 <= $1 && $1 - $0 < limit && $0 < 1 })
    #expect(source.next() == short.next())
    #expect(source.next() == { (_ = again.next(), again.next()).1 }())
  }

  @Test("numbers between two bounds")
  func bounds() throws {
    var source = RandomSource(seed: 4)
    let cells = try Tensor.uniform(Shape([10_000]), .f64, from: -2, to: 6, using: &source)
    let statistics = try cells.statistics()
    #expect(statistics.least >= -2 && statistics.least < -1.99)
    #expect(statistics.largest < 6 && statistics.largest > 5.99)
    #expect((statistics.mean - 2).magnitude < 0.1)
  }

  @Test("normal cells are the stream's, shifted and widened", arguments: [ElementType.f32, .f64])
  func normal(_ type: ElementType) throws {
    var (source, again) = (RandomSource(seed: 8), RandomSource(seed: 8))
    let cells = try Tensor.normal(Shape([5]), type, mean: 10, deviation: 3, using: &source).array
    let expected = (0..<5).map { _ in 10 + 3 * again.normal() }
    #expect(cells == (type == .f32 ? expected.map { Double(Float($0)) } : expected))
    #expect(source.normal() == again.normal())
  }

  @Test("inputs and outputs of weights")
  func fans() throws {
    for (lengths, last, inputs, outputs) in [
      ([400, 10], false, 400.0, 10.0), ([400, 10], true, 400, 10),
      ([8, 3, 5, 4], false, 60, 160), ([5, 4, 3, 8], true, 60, 160),
    ] {
      let fans = try WeightFans(Shape(lengths), channelsLast: last)
      #expect(fans.inputs == inputs)
      #expect(fans.outputs == outputs)
    }
    let shape = try Shape([3, 2, 2])
    #expect(throws: TensorError.rank(shape, what: "weights", allowed: [2, 4])) {
      try WeightFans(shape)
    }
  }

  @Test("weights spread as Glorot and He say")
  func weights() throws {
    var source = RandomSource(seed: 2)
    let shape = try Shape([32, 16, 5, 5])
    let xavier = try Tensor.xavier(shape, .f64, using: &source).statistics()
    let bound = (6.0 / (16 * 25 + 32 * 25)).squareRoot()
    #expect(xavier.least > -bound && xavier.least < -0.99 * bound)
    #expect(xavier.largest < bound && xavier.largest > 0.99 * bound)
    let he = try Tensor.he(shape, .f64, using: &source).statistics()
    let deviation = (2.0 / (16 * 25)).squareRoot()
    #expect((he.deviation / deviation - 1).magnitude < 0.03)
    #expect(he.mean.magnitude < 0.05 * deviation)
    #expect(try Tensor.xavier(Shape([0, 0]), .f32, using: &source).array == [])
  }

  @Test("a shuffle moves several tensors' slices alike")
  func shuffles() throws {
    var source = RandomSource(seed: 0)
    let (x, labels) = try (Tensor.counting([8, 2]), Tensor.counting([8], .f32))
    let shuffled = try Tensor.shuffled([x, labels], using: &source)
    #expect(shuffled[1].array == [5, 3, 4, 1, 0, 6, 7, 2])
    #expect(shuffled[0].array == shuffled[1].array.flatMap { [2 * $0, 2 * $0 + 1] })
    #expect(throws: TensorError.firstLength(x.shape, try Shape([7]))) {
      try Tensor.shuffled([x, .counting([7])], using: &source)
    }
    #expect(throws: TensorError.axis(0, rank: 0)) {
      try Tensor.shuffled([Tensor(1)], using: &source)
    }
    let nothing = try Tensor(Shape([1 << 50, 0]), .f32)
    #expect(try Tensor.shuffled([nothing], using: &source).count == 1)
    #expect(try Tensor.shuffled([], using: &source).isEmpty)
  }
}
