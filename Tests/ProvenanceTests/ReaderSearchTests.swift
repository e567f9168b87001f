import Convolution
import Kernels
import Provenance
import Tensors
import Testing
import Windows

@Suite struct ReaderSearchTests {
  let x = Node(numbers(4, 4))
  let k = Node(numbers(2, 2, seed: 2))

  @Test("a pixel is read by outputs, taps and column entries of every value")
  func direct() throws {
    let y = try Node(ConvolutionOperation(.init()), [x, k])
    let window = WindowOptions(
      kernel: Extent(2), stride: Extent(2), padding: .valid, dilation: Extent(1))
    let columns = try Node(Im2colOperation(window, order: .columns), [x])
    let search = ReaderSearch(roots: [y, columns, Node(numbers(1))])
    let consumers = search.consumers(of: x)
    #expect(Set(consumers.map { ObjectIdentifier($0.node) }) == [y, columns].identities)
    #expect(consumers.map(\.operand) == [0, 0])
    let readers = try y.readers(of: [1, 1], operand: 0)
    #expect(readers.map(\.cell) == [[0, 0], [0, 1], [1, 0], [1, 1]])
    #expect(
      readers[1]
        == CellReader(
          [0, 1], weight: CellFactor(.cell(operand: 1, [1, 0]), k.value.source.cell([1, 0])),
          notes: ["tap 1,0 of window 0,1", "column entry [2,1]"]))
    #expect(
      try columns.readers(of: [1, 1], operand: 0)
        == [CellReader([3, 0], notes: ["tap 1,1 of window 0,0"])])
  }

  @Test("readings go on through layers, and through values that are no roots")
  func layers() throws {
    let y = try Node(ConvolutionOperation(.init()), [x, k])
    let rectified = try Node(UnaryOperation(.relu), [y])
    let z = try Node(ConvolutionOperation(.init()), [rectified, k])
    let reached = try ReaderSearch(roots: [z, y]).reached(from: x, cell: [0, 1], most: 100)
    #expect(
      reached.map { ObjectIdentifier($0.node) } == [y, rectified, z].map(ObjectIdentifier.init))
    #expect(
      reached.map(\.cells) == [[CellIndex]](repeating: [[0, 0], [0, 1]], count: 3).map(Set.init))
  }

  @Test("a value that is used as two operands is told for each")
  func operands() throws {
    let y = try Node(BinaryOperation(.multiply), [x, x])
    let search = ReaderSearch(roots: [y])
    #expect(search.consumers(of: x).map(\.operand) == [0, 1])
    #expect(try search.reached(from: x, cell: [1, 2], most: 1).map(\.cells) == [[[1, 2]]])
  }

  @Test("more cells than are asked for are not listed, nor what they reach")
  func limit() throws {
    let sum = try Node(ReduceOperation(.sum, axes: [0]), [x])
    let spread = try Node(BroadcastOperation(Shape([50, 4])), [sum])
    let twice = try Node(UnaryOperation(.negate), [spread])
    let reached = try ReaderSearch(roots: [twice]).reached(from: x, cell: [0, 0], most: 20)
    #expect(reached.map(\.cells) == [[[0]], nil, nil])
  }

  @Test("a cell that the value does not have is refused")
  func outOfRange() throws {
    let y = try Node(UnaryOperation(.negate), [x])
    let expected = ProvenanceError.cell([4, 0], x.value.shape)
    #expect(throws: expected) {
      try ReaderSearch(roots: [y]).reached(from: x, cell: [4, 0], most: 1)
    }
  }

  @Test("windows have a grid of how often each pixel is read")
  func windows() throws {
    let y = try Node(ConvolutionOperation(.init(stride: Extent(2))), [x, k])
    let pooled = try Node(
      PoolOperation(kernel: Extent(3), PoolOptions(stride: Extent(1))), [x])
    let window = WindowOptions(
      kernel: Extent(3), stride: Extent(1), padding: .valid, dilation: Extent(1))
    let columns = try Node(Im2colOperation(window, order: .rows), [x])
    #expect(try coverage(of: y)?.materialized().array == [Double](repeating: 1, count: 16))
    for node in [pooled, columns] {
      let grid = try #require(try coverage(of: node) as? CoverageGrid)
      #expect(
        try grid.materialized().array == [1, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1])
    }
  }

  private func coverage(of node: Node) throws -> (any CellSource)? {
    let (operation, step) = try node.step()
    return try operation.coverage(of: 0, in: step)
  }

  @Test("readers are counted cell by cell")
  func counted() throws {
    let y = try Node(SliceOperation([.at(1), .range(1, 3, step: 1)]), [x])
    #expect(
      try y.readerCounts(of: 0).array == [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    let product = try Node(MatmulOperation(), [x, Node(numbers(4, 3))])
    #expect(try product.readerCounts(of: 0).array == [Double](repeating: 3, count: 16))
  }
}

extension [Node] {
  fileprivate var identities: Set<ObjectIdentifier> { Set(map(ObjectIdentifier.init)) }
}
