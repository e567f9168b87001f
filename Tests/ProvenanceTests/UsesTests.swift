import Convolution
import Kernels
import Provenance
import Tensors
import Testing
import Windows

@Suite struct UsesTests {
  let x = Node(numbers(4, 4))
  let k = Node(numbers(2, 2, seed: 2))

  @Test("a pixel is read by outputs, taps and column entries of every value")
  func direct() throws {
    let y = try Node(ConvolutionOperation(.init()), [x, k])
    let window = WindowOptions(
      kernel: Extent(2), stride: Extent(2), padding: .valid, dilation: Extent(1))
    let columns = try Node(Im2colOperation(window, order: .columns), [x])
    let uses = try Uses.readers(
      of: x, cell: [1, 1], in: [("y", y), ("m", columns), ("z", Node(numbers(1)))])
    #expect(uses.map(\.names) == [["m"], ["y"]] || uses.map(\.names) == [["y"], ["m"]])
    let conv = try #require(uses.first { $0.names == ["y"] })
    #expect(conv.readers.map(\.cell) == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(
      conv.readers[1]
        == CellReader(
          [0, 1], weight: CellFactor(.cell(operand: 1, [1, 0]), k.value.source.cell([1, 0])),
          notes: ["tap 1,0 of window 0,1", "column entry [2,1]"]))
    let im2col = try #require(uses.first { $0.names == ["m"] })
    #expect(im2col.readers == [CellReader([3, 0], notes: ["tap 1,1 of window 0,0"])])
  }

  @Test("readings go on through layers, and through values without a name")
  func layers() throws {
    let y = try Node(ConvolutionOperation(.init()), [x, k])
    let rectified = try Node(UnaryOperation(.relu), [y])
    let z = try Node(ConvolutionOperation(.init()), [rectified, k])
    let uses = try Uses.readers(of: x, cell: [0, 1], in: [("z", z), ("y", y)])
    #expect(uses.map(\.layer) == [1, 2, 3])
    #expect(uses.map(\.names) == [["y"], [], ["z"]])
    #expect(
      uses.map { $0.readers.map(\.cell) } == [
        [[0, 0], [0, 1]], [[0, 0], [0, 1]], [[0, 0], [0, 1]],
      ])
    #expect(uses.map(\.isComplete) == [true, true, true])
  }

  @Test("a value that is used as two operands is told for each")
  func operands() throws {
    let y = try Node(BinaryOperation(.multiply), [x, x])
    let uses = try Uses.readers(of: x, cell: [1, 2], in: [("y", y)])
    #expect(uses.map(\.operand) == [0, 1])
    #expect(uses.map { $0.readers.map(\.cell) } == [[[1, 2]], [[1, 2]]])
  }

  @Test("cells past the limit are left out, and that is said")
  func limit() throws {
    let sum = try Node(ReduceOperation(.sum, axes: [0]), [x])
    let spread = try Node(BroadcastOperation(Shape([50, 4])), [sum])
    let twice = try Node(UnaryOperation(.negate), [spread])
    let uses = try Uses.readers(of: x, cell: [0, 0], in: [("y", twice)], limit: 20)
    #expect(uses.map(\.isComplete) == [true, false, false])
    #expect(uses.map(\.readers.count) == [1, 20, 20])
  }

  @Test("a cell that the value does not have is refused")
  func outOfRange() throws {
    let expected = ProvenanceError.cell([4, 0], x.value.shape)
    #expect(throws: expected) { try Uses.readers(of: x, cell: [4, 0], in: []) }
  }

  @Test("windows have a grid of how often each pixel is read")
  func windows() throws {
    let y = try Node(ConvolutionOperation(.init(stride: Extent(2))), [x, k])
    let pooled = try Node(
      PoolOperation(kernel: Extent(3), PoolOptions(stride: Extent(1))), [x])
    let window = WindowOptions(
      kernel: Extent(3), stride: Extent(1), padding: .valid, dilation: Extent(1))
    let columns = try Node(Im2colOperation(window, order: .rows), [x])
    #expect(
      try Uses.coverage(of: x, by: y)?.materialized().array == [Double](repeating: 1, count: 16))
    for node in [pooled, columns] {
      let grid = try #require(try Uses.coverage(of: x, by: node) as? CoverageGrid)
      #expect(
        try grid.materialized().array == [1, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1])
    }
  }

  @Test("other operations are counted cell by cell")
  func counted() throws {
    let y = try Node(SliceOperation([.at(1), .range(1, 3, step: 1)]), [x])
    #expect(
      try Uses.coverage(of: x, by: y)?.materialized().array
        == [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    let product = try Node(MatmulOperation(), [x, Node(numbers(4, 3))])
    #expect(
      try Uses.coverage(of: x, by: product)?.materialized().array
        == [Double](repeating: 3, count: 16))
    let further = try Node(UnaryOperation(.negate), [product])
    #expect(try Uses.coverage(of: x, by: further) == nil)
  }
}
