import Convolution
import Kernels
import Tensors
import Testing
import Windows

@testable import Provenance

/// The mistakes that people make in backward code, on the configurations that they tested.
@Suite struct MutantTests {
  /// A convolution of random numbers.
  struct Configuration: Sendable, CustomTestStringConvertible {
    let name: String
    let x: [Int]
    let k: [Int]
    var hasBias = true
    var options = ConvolutionOptions()
    /// What slips through.
    var slips: [String] = []
    var testDescription: String { name }

    func node() throws -> Node {
      var operands = [
        Node(tensor(numbers(x.reduce(1, *)).array, x)),
        Node(tensor(numbers(k.reduce(1, *), seed: 2).array, k)),
      ]
      let outputs = options.layout == .nhwc ? k[3] : k[0]
      if hasBias { operands.append(Node(numbers(outputs, seed: 3))) }
      return try Node(ConvolutionOperation(options), Operands(operands))
    }
  }

  /// The tests of the sources, and what they do not see. Source 003's has 8 filters here, not 128.
  static let sources: [Configuration] = [
    Configuration(
      name: "000: one 32x32 image, 3x3, same", x: [1, 1, 32, 32], k: [1, 1, 3, 3], hasBias: false,
      options: ConvolutionOptions(padding: .same),
      slips: [
        "stride lost", "floor(i/width*s)", "left-over lost", "crop by one", "u reshaped",
        "images' order", "channels kept", "u not dilated", "left-over not put", "pad p",
        "mean for sum",
      ]),
    Configuration(
      name: "001: (1,3,4,4) with (2,3,2,2), pad 0", x: [1, 3, 4, 4], k: [2, 3, 2, 2],
      slips: [
        "stride lost", "floor(i/width*s)", "left-over lost", "wrong axes cropped", "u reshaped",
        "images' order", "u not dilated", "left-over not put", "pad k-1", "pad p", "mean for sum",
      ]),
    Configuration(
      name: "002: (2,10,11,5) with (2,3,5,4), colours last", x: [2, 10, 11, 5], k: [2, 3, 5, 4],
      hasBias: false, options: ConvolutionOptions(layout: .nhwc),
      slips: [
        "stride lost", "floor(i/width*s)", "left-over lost", "wrong axes cropped", "u not dilated",
        "left-over not put", "pad k-1", "pad p",
      ]),
    Configuration(
      name: "003: (4,3,12,10), 3x3, stride 2, pad 1", x: [4, 3, 12, 10], k: [8, 3, 3, 3],
      options: ConvolutionOptions(stride: Extent(2), padding: .all(1)),
      slips: ["left-over lost", "crop by one", "pad p"]),
    Configuration(
      name: "004: a 3x4x4 image with one 2x2 kernel, stride 1, pad 0", x: [1, 3, 4, 4],
      k: [1, 3, 2, 2],
      slips: [
        "stride lost", "floor(i/width*s)", "left-over lost", "wrong axes cropped", "u reshaped",
        "images' order", "u not dilated", "left-over not put", "pad k-1", "pad p", "mean for sum",
        "bias axes",
      ]),
  ]

  @Test("the tests of the sources miss these mistakes", arguments: sources)
  func misses(_ configuration: Configuration) throws {
    let trial = try MutantTrial(of: configuration.node())
    let slips = try trial.mutants.filter { try trial.outcome(of: $0) == .slips }.map(\.name)
    #expect(slips == configuration.slips)
  }

  @Test("source 001's crop gives the shape that it gave there")
  func axes() throws {
    let configuration = Configuration(
      name: "", x: [2, 3, 5, 5], k: [4, 3, 3, 3], options: ConvolutionOptions(padding: .all(1)))
    let trial = try MutantTrial(of: configuration.node())
    let mutant = try #require(trial.mutants.first { $0.name == "wrong axes cropped" })
    #expect(
      try trial.outcome(of: mutant)
        == .caught(.shape([0, 1, 7, 7], expected: [2, 3, 5, 5])))
  }

  /// Small convolutions of all kinds.
  static let small: [Configuration] = {
    var all = [
      Configuration(
        name: "turned", x: [1, 2, 5, 5], k: [3, 2, 3, 2], options: ConvolutionOptions(flips: true)),
      Configuration(
        name: "sides", x: [1, 2, 5, 5], k: [3, 2, 4, 2],
        options: ConvolutionOptions(
          padding: .explicit(PaddingSides(top: 0, left: 1, bottom: 2, right: 1)))),
    ]
    for (stride, padding) in [(1, 0), (2, 1), (3, 2), (2, 0)] {
      for (dilation, groups) in [(1, 1), (1, 2), (2, 1), (2, 2)] {
        let options = ConvolutionOptions(
          stride: Extent(stride), padding: .all(padding), dilation: Extent(dilation),
          groups: groups)
        let name = "stride \(stride), pad \(padding), dilation \(dilation), groups \(groups)"
        all.append(
          Configuration(name: name, x: [2, 4, 7, 6], k: [6, 4 / groups, 3, 2], options: options))
      }
    }
    return all
  }()

  @Test("without a mistake both routes give the gradients of `backward`", arguments: small)
  func reference(_ configuration: Configuration) throws {
    let node = try configuration.node()
    let operands = try #require(node.origin?.operands)
    let upstream = numbers(node.value.shape.count, seed: 9).array
    let geometry = try ConvolutionGeometry(
      input: operands[0].value.shape, kernel: operands[1].value.shape,
      options: configuration.options)
    var kernel = try operands[1].value.tensor()
    if configuration.options.flips { kernel = try kernel.flipped([2, 3]) }
    let reference = ReferenceConvolution(
      sizes: ReferenceSizes(
        images: geometry.images, channels: geometry.inputChannels,
        outputs: geometry.outputChannels, groups: geometry.groups, window: geometry.window),
      input: try operands[0].value.tensor().array, kernel: kernel.array, upstream: upstream)
    let backward = try Backward(
      from: node, upstream: Node(try Tensor(upstream, node.value.shape)))
    let routes: [(MutatedGradient, Int)] = [
      (.inputByColumns, 0), (.inputByCorrelation, 0), (.kernel, 1), (.bias, 2),
    ]
    for (route, operand) in routes {
      var right = try backward.gradient(of: operands[operand]).value.tensor()
      if route == .kernel, configuration.options.flips { right = try right.flipped([2, 3]) }
      let gradient = try reference.gradient(route, ReferenceSteps())
      #expect(gradient.sizes == right.shape.lengths)
      #expect(zip(gradient.cells, right.array).allSatisfy { abs($0 - $1) < 1e-10 }, "\(route)")
    }
  }

  /// Pools of all kinds.
  static let poolOptions: [PoolOptions] = {
    var all: [PoolOptions] = []
    for kind in PoolKind.allCases {
      for ties in TieRule.allCases {
        for (roundsUp, countsPadding) in [(true, true), (true, false), (false, true)] {
          all.append(
            PoolOptions(
              kind: kind, stride: Extent(2), padding: .all(1), roundsUp: roundsUp,
              countsPadding: countsPadding, ties: ties))
        }
      }
    }
    return all
  }()

  @Test(
    "without a mistake a pool's reference gives the gradient of `backward`", arguments: poolOptions)
  func pools(_ options: PoolOptions) throws {
    let cells = (0..<252).map { (place: Int) -> Double in Double(place * 7 % 5) - 2 }
    let x = Node(tensor(cells, [2, 3, 6, 7]))
    let node = try Node(PoolOperation(kernel: Extent(3), options), [x])
    let upstream = numbers(node.value.shape.count, seed: 9).array
    let geometry = try PoolGeometry(
      input: x.value.shape, kernel: Extent(3), options: options)
    let reference = ReferencePool(
      sizes: ReferenceSizes(
        images: 2, channels: 3, outputs: 3, groups: 3, window: geometry.window),
      geometry: geometry, input: cells, upstream: upstream)
    let backward = try Backward(
      from: node, upstream: Node(try Tensor(upstream, node.value.shape)))
    let right = try backward.gradient(of: x).value.tensor().array
    let gradient = try reference.gradient(MutantTrial.steps(for: options))
    #expect(zip(gradient.cells, right).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(
    "what the judge suggests catches every mistake",
    arguments: [Judge.Subject.convolution, .maxPool, .meanPool])
  func judge(_ subject: Judge.Subject) throws {
    let verdict = try #require(try Judge(of: subject).smallest())
    #expect(
      verdict.caught
        == (subject == .convolution
          ? Mutant.convolution.count
          : subject == .maxPool ? Mutant.maxPool.count : Mutant.meanPool.count))
  }

  @Test("only convolutions and pools have mutants")
  func refusals() throws {
    let x = Node(numbers(3))
    #expect(throws: ProvenanceError.leaf(x.value.shape)) { try MutantTrial(of: x) }
    #expect(throws: ProvenanceError.noMutants(verb: "relu")) {
      try MutantTrial(of: Node(UnaryOperation(.relu), [x]))
    }
    let large = Configuration(name: "", x: [1, 8, 512, 512], k: [8, 8, 3, 3], hasBias: false)
    #expect(throws: ProvenanceError.tooManyProducts(149_817_600)) {
      try MutantTrial(of: large.node())
    }
  }

  @Test("a trial that is stopped throws `Interrupted`")
  func stops() throws {
    let trial = try MutantTrial(of: Self.sources[1].node())
    #expect(throws: Interrupted.self) {
      try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 0)) {
        try trial.outcome(of: trial.mutants[0])
      }
    }
  }
}
