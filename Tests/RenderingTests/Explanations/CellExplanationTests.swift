import Convolution
import Kernels
import Provenance
import Tensors
import Testing
import Windows

@testable import Rendering

@Suite struct CellExplanationTests {
  private let x: Node
  private let k: Node

  init() throws {
    x = try Past.counting([3, 3])
    k = try Past.matrix([[1, 0], [0, -1]])
  }

  private var names: NodeNames { NodeNames([("x", x), ("k", k)]) }

  private func text(
    _ node: Node, _ cell: CellIndex, named name: String? = "y", depth: Int = 1, all: Bool = false,
    _ context: RenderContext = RenderContext()
  ) throws -> String {
    var names = names
    if let name { names = names.naming(node, name) }
    return try CellExplanation.text(
      of: node, cell: cell, names: names, depth: depth, all: all, context)
  }

  @Test func `a convolution's cell is a sum of products, with padding by its side`() throws {
    let y = try Past.convolution(x, k, pad: 1)
    let drawn = try text(y, [0, 1])
    #expect(
      drawn == """
        y[0,1] = conv x k pad=1
                                            product  so far
            padding (top) * k[0,0]  0 *  1        0       0  channel 0, tap 0,0
            padding (top) * k[0,1]  0 *  0        0       0  channel 0, tap 0,1
            x[0,0]        * k[1,0]  0 *  0        0       0  channel 0, tap 1,0
            x[0,1]        * k[1,1]  1 * -1       -1      -1  channel 0, tap 1,1
          y[0,1] = -1
        """)
  }

  @Test func `a value without a name is called by how it was made`() throws {
    let y = try Past.convolution(x, k)
    #expect(try text(y, [0, 0], named: nil).hasPrefix("(conv x k)[0,0]\n"))
  }

  @Test func `a mean says what it is divided by`() throws {
    let mean = try Node(ReduceOperation(.mean, axes: [1]), [x])
    let drawn = try text(mean, [1])
    #expect(
      drawn == """
        y[1] = mean x axis=1
                       so far
            x[1,0]  3       3
            x[1,1]  4       7
            x[1,2]  5      12
          divided by count = 3
          y[1] = 4
        """)
  }

  @Test func `sums have as many digits as show what a small term adds`() throws {
    let x = Node(try TableTests.matrix([[1000.5, 0.00001, 3]]))
    let y = try Node(ReduceOperation(.sum, axes: [1]), [x])
    let sums = try text(y, [0]).split(separator: "\n").dropFirst(2).prefix(3)
      .map { $0.split(separator: " ").last.map(String.init) }
    #expect(sums == ["1000.50000", "1000.50001", "1003.50001"])
  }

  @Test func `a small product among larger ones is not shown as nothing`() throws {
    let x = Node(try TableTests.matrix([[1.5, 2e-5, 3.5, 2.5, 4.5]]))
    let y = try Node(ReduceOperation(.sum, axes: [1]), [Node(BinaryOperation(.multiply), [x, x])])
    let drawn = try text(y, [0])
    #expect(drawn.contains(" 4e-10 "))
  }

  @Test func `terms that nearly cancel say what they come to in their order`() throws {
    let x = Node(try TableTests.matrix([[1e16, 1, -1e16, 1, 3]]))
    let drawn = try text(Node(ReduceOperation(.sum, axes: [1]), [x]), [0])
    #expect(drawn.hasSuffix("(added up in f64, in this order: 4)"))
  }

  @Test func `a copy is followed to where the cell was computed`() throws {
    let sum = try Node(BinaryOperation(.add), [x, x])
    let turned = try Node(PermuteOperation([1, 0]), [sum])
    #expect(
      try text(turned, [0, 2]).split(separator: "\n").last == "  (x + x)[2,0] = 12")
  }

  @Test func `a copy of what has a name stops there`() throws {
    let turned = try Node(PermuteOperation([1, 0]), [x])
    #expect(
      try text(turned, [0, 2]).split(separator: "\n").last == "  is x[2,0] = 6")
  }

  @Test func `a difference has a sign before what is subtracted`() throws {
    let y = try Node(BinaryOperation(.subtract), [x, Node(Tensor(1), isLiteral: true)])
    let drawn = try text(y, [0, 2])
    #expect(
      drawn == """
        y[0,2] = x - 1
                          so far
              x[0,2]   2       2
            - 1       -1       1
          y[0,2] = 1
        """)
  }

  @Test func `what won is marked by words`() throws {
    let pool = try Node(PoolOperation(kernel: Extent(2), PoolOptions(padding: .all(0))), [x])
    let drawn = try text(pool, [0, 0])
    #expect(
      drawn == """
        y[0,0] = pool x 2x2
            x[0,0]  0  tap 0,0
            x[0,1]  1  tap 0,1
            x[1,0]  3  tap 1,0
            x[1,1]  4  tap 1,1 <- the largest
          y[0,0] = 4
        """)
  }

  @Test func `depth explains what the cell was made of, further in`() throws {
    let sum = try Node(BinaryOperation(.add), [x, x])
    let y = try Node(UnaryOperation(.negate), [sum])
    let drawn = try text(y, [0, 1], depth: 2)
    #expect(
      drawn == """
        y[0,1] = -(x + x)
            - (x + x)[0,1]  -2
          y[0,1] = -2

            (x + x)[0,1]
                           so far
                x[0,1]  1       1
                x[0,1]  1       2
              (x + x)[0,1] = 2
        """)
  }

  @Test func `on a screen a long sum is cut in the middle, and the cut says what it comes to`()
    throws
  {
    let x = try Past.counting([2, 8, 8])
    let k = Node(try Tensor(Array(repeating: 1, count: 98), Shape([1, 2, 7, 7])))
    let y = try Past.convolution(x, k)
    let names = NodeNames([("x", x), ("k", k), ("y", y)])
    let lines = try CellExplanation.text(
      of: y, cell: [0, 0, 0], names: names, Past.screen
    ).split(separator: "\n")
    #expect(lines.count < 24)
    #expect(lines.contains("    : 84 terms more, together 4956; all=true shows them"))
    #expect(lines.last == "  y[0,0,0] = 5782")
    let all = try CellExplanation.text(
      of: y, cell: [0, 0, 0], names: names, all: true, Past.screen
    ).split(separator: "\n")
    #expect(all.count == 98 + 3)
  }

  @Test func `a leaf has nothing to explain`() throws {
    #expect(throws: ProvenanceError.leaf(x.value.shape)) { try text(x, [0, 0]) }
  }

  @Test func `names never carry control characters to the screen`() throws {
    let y = try Past.convolution(x, k)
    let names = NodeNames([("x\u{1B}[2J", x)])
    let text = try CellExplanation.text(of: y, cell: [0, 0], names: names, RenderContext())
    #expect(!text.contains("\u{1B}"))
  }
}
