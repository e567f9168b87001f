import Convolution
import Provenance
import Tensors
import Testing
import Windows

@Suite struct ExplanationTests {
  @Test(
    "an im2col cell says how its index became an address",
    arguments: [
      (
        PatchOrder.columns, CellIndex([13, 7]),
        [
          "row 13 = 1 * 9 + 1 * 3 + 1: channel 1, tap row 1, tap column 1",
          "column 7 = 0 * 8 + 1 * 4 + 3: image 0, output row 1, output column 3",
          "input row = 1 * 2 - 1 + 1 * 1 = 2",
          "input column = 3 * 2 - 1 + 1 * 1 = 6: right padding",
        ]
      ),
      (
        .rows, CellIndex([7, 13]),
        [
          "row 7 = 0 * 8 + 1 * 4 + 3: image 0, output row 1, output column 3",
          "column 13 = 1 * 9 + 1 * 3 + 1: channel 1, tap row 1, tap column 1",
          "input row = 1 * 2 - 1 + 1 * 1 = 2",
          "input column = 3 * 2 - 1 + 1 * 1 = 6: right padding",
        ]
      ),
      (
        .cs231n, CellIndex([0, 3]),
        [
          "row 0 = 0 * 9 + 0 * 3 + 0: channel 0, tap row 0, tap column 0",
          "column 3 = 0 * 8 + 1 * 2 + 1: output row 0, output column 1, image 1",
          "input row = 0 * 2 - 1 + 0 * 1 = -1",
          "input column = 1 * 2 - 1 + 0 * 1 = 1: top padding",
        ]
      ),
      (
        .matlab, CellIndex([1, 1]),
        [
          "row 1 = 0 * 9 + 0 * 3 + 1: channel 0, tap column 0, tap row 1",
          "column 1 = 0 * 8 + 0 * 2 + 1: image 0, output column 0, output row 1",
          "input row = 1 * 2 - 1 + 1 * 1 = 2",
          "input column = 0 * 2 - 1 + 0 * 1 = -1: left padding",
        ]
      ),
      (
        .unfold, CellIndex([1, 4, 5]),
        [
          "axis 0: image 1",
          "axis 1 4 = 0 * 9 + 1 * 3 + 1: channel 0, tap row 1, tap column 1",
          "axis 2 5 = 1 * 4 + 1: output row 1, output column 1",
          "input row = 1 * 2 - 1 + 1 * 1 = 2",
          "input column = 1 * 2 - 1 + 1 * 1 = 2",
        ]
      ),
    ])
  func addresses(_ order: PatchOrder, _ cell: CellIndex, _ notes: [String]) throws {
    let x = Node(numbers(2, 2, 3, 6))
    let window = WindowOptions(
      kernel: Extent(3), stride: Extent(2),
      padding: .explicit(PaddingSides(top: 1, left: 1, bottom: 1, right: 2)), dilation: Extent(1))
    let matrix = try Node(Im2colOperation(window, order: order), [x])
    #expect(try matrix.terms(of: cell).notes == notes)
  }

  @Test(
    "a convolution's cell is the sum over channels and taps, padding by its side, then the bias")
  func convolution() throws {
    let x = Node(tensor([1, 2, 3, 4], [2, 2]))
    let (k, bias) = (Node(tensor([5, 6, 7, 8], [2, 2])), Node(tensor([9], [1])))
    let options = ConvolutionOptions(
      padding: .explicit(PaddingSides(top: 1, left: 0, bottom: 0, right: 0)))
    let y = try Node(ConvolutionOperation(options), [x, k, bias])
    let terms = try y.terms(of: [0, 0])
    func product(_ x: CellFactor, _ k: CellIndex, _ weight: Double, _ tap: String) -> CellTerm {
      CellTerm(
        [x, CellFactor(.cell(operand: 1, k), weight)], note: "channel 0, tap \(tap)")
    }
    let top = CellFactor(.padding(operand: 0, side: "top"), 0)
    #expect(
      terms
        == CellTerms(
          [
            product(top, [0, 0], 5, "0,0"), product(top, [0, 1], 6, "0,1"),
            product(CellFactor(.cell(operand: 0, [0, 0]), 1), [1, 0], 7, "1,0"),
            product(CellFactor(.cell(operand: 0, [0, 1]), 2), [1, 1], 8, "1,1"),
            CellTerm([CellFactor(.cell(operand: 2, [0]), 9)], note: "bias"),
          ], result: 32))
  }

  @Test(
    "a gradient cell is every upstream cell times the weight that lands there, as its route goes")
  func routes() throws {
    let (x, k) = (Node(numbers(2, 2)), Node(numbers(2, 1, 2, 2, seed: 2)))
    let y = try Node(ConvolutionOperation(.init(padding: .all(1))), [x, k])
    func notes(_ route: InputGradientRoute) throws -> [String] {
      let gradient = try Backward(from: y, options: .init(route: route)).gradient(of: x)
      return try gradient.terms(of: [0, 1]).terms.map { "\($0.factors[0].source) \($0.note)" }
    }
    func cell(_ index: CellIndex) -> String { "cell(operand: 1, \(index))" }
    #expect(
      try notes(.scatter).prefix(5) == [
        "\(cell([0, 0, 1])) tap 1,1 of window 0,1", "\(cell([0, 0, 2])) tap 1,0 of window 0,2",
        "\(cell([0, 1, 1])) tap 0,1 of window 1,1", "\(cell([0, 1, 2])) tap 0,0 of window 1,2",
        "\(cell([1, 0, 1])) tap 1,1 of window 0,1",
      ])
    #expect(
      try notes(.col2im).prefix(3) == [
        "\(cell([0, 0, 1])) column entry [3,1]: tap 1,1 of window 0,1",
        "\(cell([1, 0, 1])) column entry [3,1]: tap 1,1 of window 0,1",
        "\(cell([0, 0, 2])) column entry [2,2]: tap 1,0 of window 0,2",
      ])
    #expect(
      try notes(.flipped).prefix(2) == [
        "\(cell([0, 0, 1])) tap 0,0 of the flipped kernel",
        "\(cell([0, 0, 2])) tap 0,1 of the flipped kernel",
      ])
  }

  @Test("a pool's cell shows its window and the winner")
  func pool() throws {
    let x = Node(tensor([1, 5, 5, 2], [2, 2]))
    let y = try Node(
      PoolOperation(
        kernel: Extent(2), PoolOptions(stride: Extent(1), padding: .all(1))), [x])
    let terms = try y.terms(of: [1, 1])
    #expect(terms.combination == .maximum)
    #expect(terms.terms.map(\.isWinner) == [false, true, false, false])
    let corner = try y.terms(of: [0, 0])
    #expect(
      corner.terms.map(\.factors[0].source) == [
        .padding(operand: 0, side: "top left"), .padding(operand: 0, side: "top"),
        .padding(operand: 0, side: "left"), .cell(operand: 0, [0, 0]),
      ])
    #expect(corner.total == 1)
  }

  @Test("NaN wins")
  func notANumber() throws {
    let x = Node(tensor([1, .nan, 3], [3]))
    for kind in [ReduceOperation.Kind.max, .min] {
      let y = try Node(ReduceOperation(kind, axes: nil), [x])
      let terms = try y.terms(of: [])
      #expect(terms.terms.map(\.isWinner) == [false, true, false])
      #expect(terms.total.isNaN)
    }
  }

  @Test("a leaf was made of nothing")
  func leaf() throws {
    let x = Node(numbers(2, 3))
    #expect(throws: ProvenanceError.leaf(x.value.shape)) { try x.terms(of: [0, 0]) }
    #expect(throws: ProvenanceError.cell([2, 0], x.value.shape)) { try x.terms(of: [2, 0]) }
    let y = try Node(ReduceOperation(.sum, axes: [0]), [x])
    #expect(throws: ProvenanceError.cell([3], y.value.shape)) { try y.terms(of: [3]) }
    #expect(throws: ProvenanceError.cell([0, 3], x.value.shape)) {
      try y.readers(of: [0, 3], operand: 0)
    }
  }
}
