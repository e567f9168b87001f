import Convolution
import Provenance
import Tensors
import Testing
import Windows

/// Gradients through the graph agree with PyTorch's when |a − b| ≤ 1e-12 · (1 + |b|).
@Suite struct ConformanceGradientTests {
  @Test("conv", arguments: ConformanceCase.of("conv"), InputGradientRoute.general)
  func convolution(_ example: ConformanceCase, _ route: InputGradientRoute) throws {
    let operands = ["x", "k", "b"].compactMap { example.inputs[$0]?.node }
    let options = ConvolutionOptions(
      stride: example.extent("stride") ?? Extent(1), padding: example.padding,
      dilation: example.extent("dilation") ?? Extent(1),
      groups: example.options["groups"].flatMap { Int($0) } ?? 1)
    let y = try Node(ConvolutionOperation(options), Operands(operands))
    try check(y, operands, ["dx", "dk", "db"], example, route)
  }

  @Test("convtranspose", arguments: ConformanceCase.of("convtranspose"))
  func transposed(_ example: ConformanceCase) throws {
    let operands = ["x", "k", "b"].compactMap { example.inputs[$0]?.node }
    let options = TransposedConvolutionOptions(
      stride: example.extent("stride") ?? Extent(1), padding: example.padding,
      outputPadding: example.extent("output_pad") ?? Extent(0),
      dilation: example.extent("dilation") ?? Extent(1),
      groups: example.options["groups"].flatMap { Int($0) } ?? 1)
    let y = try Node(TransposedConvolutionOperation(options), Operands(operands))
    try check(y, operands, ["dx", "dk", "db"], example)
  }

  @Test("pool", arguments: ConformanceCase.of("pool"))
  func pool(_ example: ConformanceCase) throws {
    let x = try #require(example.inputs["x"]?.node)
    let options = PoolOptions(
      kind: try #require(example.options["kind"].flatMap(PoolKind.init)),
      stride: example.extent("stride"), padding: example.padding,
      dilation: example.extent("dilation") ?? Extent(1),
      roundsUp: example.options["ceil"] == "true",
      countsPadding: example.options["count_pad"] != "false")
    let y = try Node(PoolOperation(kernel: try #require(example.kernel), options), [x])
    try check(y, [x], ["dx"], example)
  }

  @Test("im2col's gradient is col2im of the upstream", arguments: ConformanceCase.of("im2col"))
  func unrolled(_ example: ConformanceCase) throws {
    let x = try #require(example.inputs["x"]?.node)
    let window = WindowOptions(
      kernel: try #require(example.kernel), stride: example.extent("stride") ?? Extent(1),
      padding: example.padding, dilation: example.extent("dilation") ?? Extent(1))
    let order = try #require(example.options["order"].flatMap(PatchOrder.init))
    let columns = try Node(Im2colOperation(window, order: order), [x])
    let upstream = try #require(example.inputs["m"]?.node)
    let image = try Backward(from: columns, upstream: upstream).gradient(of: x)
    let summed = try #require(example.expect["image"])
    #expect(try disagreement(image, summed) <= 1e-12)
    // And the other way round: col2im's gradient is im2col.
    let sum = try Node(Col2imOperation(x.value.shape, window, order: order), [upstream])
    let back = try Backward(from: sum, upstream: x).gradient(of: upstream)
    let taken = try #require(example.expect["cols"])
    #expect(try disagreement(back, taken) <= 1e-12)
  }

  private func check(
    _ y: Node, _ operands: [Node], _ names: [String], _ example: ConformanceCase,
    _ route: InputGradientRoute = .automatic
  ) throws {
    let upstream = try #require(example.inputs["u"]?.node)
    let backward = try Backward(from: y, upstream: upstream, options: .init(route: route))
    for (operand, name) in zip(operands, names) {
      let expected = try #require(example.expect[name])
      let error = try disagreement(backward.gradient(of: operand), expected)
      #expect(error <= 1e-12, "\(name)")
    }
  }

  private func disagreement(_ node: Node, _ expected: ConformanceCase.Array) throws -> Double {
    let cells = try node.value.tensor()
    guard cells.shape.lengths == expected.shape else { return .infinity }
    return zip(cells.array, expected.data).map { abs($0 - $1) / (1 + abs($1)) }.max() ?? 0
  }
}
