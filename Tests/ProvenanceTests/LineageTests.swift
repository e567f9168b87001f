import Convolution
import Kernels
import Provenance
import Tensors
import Testing
import Windows

@Suite struct LineageTests {
  @Test("a million links are freed without recursion")
  func freeing() throws {
    let zero = Tensor(0)
    var node: Node? = Node(zero)
    weak let first = node
    for _ in 0..<1_000_000 {
      node = try node.map { try Node(Unchanged(), [$0]) }
    }
    #expect(node?.depth == 1_000_000)
    #expect(first != nil)
    node = nil
    #expect(first == nil)
  }

  @Test("what another name still needs is not freed")
  func sharing() throws {
    let x = Node(numbers(2))
    var y: Node? = try Node(Unchanged(), [x])
    var z: Node? = try y.map { try Node(Unchanged(), [$0]) }
    weak let middle = y
    y = nil
    #expect(middle?.origin?.operands.first === x)
    z = nil
    #expect(middle == nil)
    #expect(z == nil)
  }

  @Test("bytes are counted once a block, however many views there are")
  func bytes() throws {
    let x = Node(numbers(4, 4))
    let transposed = try Node(PermuteOperation(nil), [x])
    let sum = try Node(BinaryOperation(.add), [x, transposed])
    #expect(Lineage.bytes(of: transposed) == 128)
    #expect(Lineage.bytes(of: sum) == 256)
    let window = WindowOptions(
      kernel: Extent(2), stride: Extent(1), padding: .valid, dilation: Extent(1))
    let columns = try Node(Im2colOperation(window, order: .columns), [x])
    #expect(Lineage.bytes(of: columns) == 128)
  }

  @Test("a chain is cut once its past holds more than the budget")
  func cutting() throws {
    var total = Node(Tensor(0))
    var cuts: [Lineage.Cut] = []
    for _ in 0..<1000 {
      let loss = Node(numbers(16))
      let sum = try Node(ReduceOperation(.sum, axes: nil), [loss])
      total = try Node(BinaryOperation(.add), [total, sum])
      if let cut = Lineage.bound(total, budget: 20_000) {
        cuts.append(cut)
        #expect(total.origin == nil)
        #expect(total.depth == 0)
      }
      #expect(Lineage.bytes(of: total) < 2 * 20_000 + 200)
    }
    // A link holds 128 + 8 + 8 bytes: 64 links and 128 are within the budget, 256 are not.
    #expect(cuts.first?.depth == 256)
    #expect(cuts.first?.bytes == 255 * 144 + 8)
    #expect(cuts.count == 3)
  }

  @Test("a chain that skips the depths at which values are counted is counted all the same")
  func strides() throws {
    var w = Node(numbers(100))
    var cuts = 0
    for _ in 0..<100 {
      for _ in 0..<7 { w = try Node(UnaryOperation(.negate), [w]) }
      if Lineage.bound(w, budget: 100_000) != nil { cuts += 1 }
    }
    #expect(cuts == 5)
  }

  @Test("a past of little bytes is cut where it is too deep")
  func depth() throws {
    var node = Node(Tensor(0))
    var cut: Lineage.Cut?
    while cut == nil {
      node = try Node(Unchanged(), [node])
      cut = Lineage.bound(node, budget: .max, greatestDepth: 5000)
    }
    let depth = try #require(cut?.depth)
    #expect((5001...5000 + 1024).contains(depth))
  }

  @Test("a value that was just bound is not counted again")
  func rebinding() throws {
    var node = Node(numbers(2))
    for _ in 0..<64 { node = try Node(UnaryOperation(.negate), [node]) }
    #expect(Lineage.bound(node, budget: 10_000) == nil)
    #expect(Lineage.bound(node, budget: 0) == nil)
    node = try Node(UnaryOperation(.negate), [node])
    #expect(Lineage.bound(node, budget: 0) == nil)
  }

  @Test("linearity is told through a graph")
  func linearity() throws {
    let (x, k, bias) = (Node(numbers(4, 4)), Node(numbers(2, 2)), Node(numbers(1)))
    let y = try Node(ConvolutionOperation(.init()), [x, k, bias])
    let z = try Node(ReduceOperation(.mean, axes: nil), [y])
    #expect(z.isLinear(in: x))
    #expect(z.isLinear(in: k))
    #expect(z.isLinear(in: bias))
    #expect(z.isLinear(in: y))
    #expect(z.isLinear(in: Node(numbers(2))))
    let square = try Node(BinaryOperation(.multiply), [y, y])
    #expect(!square.isLinear(in: x))
    let own = try Node(ConvolutionOperation(.init()), [x, Node(SliceOperation([]), [x])])
    #expect(!own.isLinear(in: x))
    let rectified = try Node(UnaryOperation(.relu), [x])
    let sum = try Node(BinaryOperation(.add), [rectified, bias])
    #expect(!sum.isLinear(in: x))
    #expect(sum.isLinear(in: bias))
  }
}

/// The operand itself, in no time.
private struct Unchanged: Provenance.Operation {
  var verb: String { "unchanged" }
  func value(of operands: Operands) throws -> Value { operands[0].value }
  func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node { upstream }
  func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    CellTerms([], result: step.cell(cell))
  }
  func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] { [] }
  func isLinear(in operands: Set<Int>) -> Bool { true }
}
