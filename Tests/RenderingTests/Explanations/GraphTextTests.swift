import Kernels
import Provenance
import Tensors
import Testing

@testable import Rendering

@Suite struct GraphTextTests {
  @Test func `each value has a line, operands first, leaves as late as may be`() throws {
    let x = try Past.counting([3, 3])
    let k = try Past.matrix([[1, 2], [3, 4]])
    let c = try Past.convolution(x, k)
    let y = try Node(BinaryOperation(.add), [c, Node(Tensor(1), isLiteral: true)])
    let names = NodeNames([("k", k), ("x", x), ("y", y)])
    #expect(
      GraphText.text(of: y, names: names, RenderContext()) == """
        graph of y: 4 values, 2 leaves

        *    x   leaf      3x3
        | *  k   leaf      2x2
        *-+  #1  conv x k  2x2
        *    y   #1 + 1    2x2
        """)
  }

  @Test func `a value that is used twice is drawn once, and its line goes on`() throws {
    let x = try Past.counting([2])
    let r = try Node(UnaryOperation(.relu), [x])
    let t = try Node(UnaryOperation(.tanh), [x])
    let y = try Node(BinaryOperation(.add), [r, t])
    let names = NodeNames([("r", r), ("t", t), ("x", x), ("y", y)])
    #expect(
      GraphText.text(of: y, names: names, RenderContext()) == """
        graph of y: 4 values, 1 leaf

        *    x  leaf    2
        +-*  r  relu x  2
        * |  t  tanh x  2
        *-+  y  r + t   2
        """)
  }

  @Test func `an operand used twice by one value`() throws {
    let x = try Past.counting([2])
    let y = try Node(BinaryOperation(.multiply), [x, x])
    #expect(
      GraphText.text(of: y, names: NodeNames([("x", x), ("y", y)]), RenderContext()) == """
        graph of y: 2 values, 1 leaf

        *  x  leaf   2
        *  y  x * x  2
        """)
  }

  @Test func `a leaf is a graph of one value`() throws {
    let x = try Past.counting([2, 2])
    #expect(
      GraphText.text(of: x, names: NodeNames([("x", x)]), RenderContext()) == """
        graph of x: 1 value, 1 leaf

        *  x  leaf  2x2
        """)
  }

  @Test func `a chain of a hundred thousand values is cut on a screen`() throws {
    var node = try Past.counting([2])
    for _ in 0..<100_000 { node = try Node(UnaryOperation(.negate), [node]) }
    let lines = GraphText.text(of: node, names: NodeNames(), Past.screen).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 24)
    #expect(lines.contains(":  99,983 values more; all=true shows them"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `the backward graph leads from the upstream gradient to the leaves'`() throws {
    let x = try Past.counting([3])
    let w = try Past.counting([3])
    let y = try Node(ReduceOperation(.sum, axes: nil), [Node(BinaryOperation(.multiply), [x, w])])
    let backward = try Backward(from: y)
    let names = NodeNames([("w", w), ("x", x), ("y", y)])
    let drawn = try GraphText.backwardText(of: backward, names: names, RenderContext())
    #expect(
      drawn == """
        backward from y: 2 gradients of leaves

        *    upstream  what the pass starts with  scalar
        *    #1        reshape upstream 1         1
        *    #2        broadcast #1 3             3
        +-*  grad w    #2 * x                     3
        *    grad x    #2 * w                     3
        """)
  }
}
