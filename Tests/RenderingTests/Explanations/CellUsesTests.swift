import Kernels
import Provenance
import Tensors
import Testing
import Windows

@testable import Rendering

@Suite struct CellUsesTests {
  private let x: Node
  private let k: Node

  init() throws {
    x = try Past.counting([3, 3])
    k = try Past.matrix([[1, 2], [3, 4]])
  }

  @Test func `every reader is listed, and what reads the readers is summed up`() throws {
    let y = try Past.convolution(x, k)
    let z = try Node(UnaryOperation(.relu), [y])
    let drawn = try CellUses.text(
      of: x, cell: [1, 2], bound: [("k", k), ("x", x), ("y", y), ("z", z)], RenderContext())

    #expect(
      drawn == """
        x[1,2] = 5

        y = conv x k: 2 cells read x[1,2]
            y[0,1]  times k[1,1] =  4  tap 1,1 of window 0,1, column entry [3,1]
            y[1,1]  times k[0,1] =  2  tap 0,1 of window 1,1, column entry [1,3]

        further on
          z = relu y  2 cells  within z[0:2,1]
        """)
  }

  @Test func `a value between that has no name is passed through`() throws {
    let z = try Node(UnaryOperation(.relu), [Past.convolution(x, k)])
    let text = try CellUses.text(
      of: x, cell: [0, 0], bound: [("x", x), ("z", z)], RenderContext())
    #expect(text.contains("conv x k: 1 cell reads x[0,0]"))
    #expect(text.contains("  z = relu (conv x k)  1 cell  z[0,0]"))
  }

  @Test func `a cell that nothing reads`() throws {
    let drawn = try CellUses.text(of: x, cell: [1, 1], bound: [("x", x)], RenderContext())
    #expect(
      drawn == """
        x[1,1] = 4
        no value that is bound is made of it
        """)
  }

  @Test func `the coverage grid marks pixels that are never read with a character`() throws {
    let m = try Node(Im2colOperation(Past.window(2, stride: 2), order: .columns), [x])
    let drawn = try CoverageText.text(of: x, bound: [("m", m), ("x", x)], RenderContext())
    #expect(
      drawn == """
        m = im2col x 2x2 stride=2
        windows that read each pixel of x
          | 0  1  2
        --+--------
        0 | 1  1 [0]
        1 | 1  1 [0]
        2 |[0][0][0]
        in all 4 readings of 9 cells
        [0]: 5 cells are never read
        """)
  }

  @Test func `readings that are all alike are told in a sentence`() throws {
    let y = try Node(BinaryOperation(.multiply), [x, Node(Tensor(2), isLiteral: true)])
    let drawn = try CoverageText.text(of: x, bound: [("x", x), ("y", y)], RenderContext())
    #expect(
      drawn == """
        y = x * 2
          each cell of x is read by 1 cell
        """)
  }

  @Test func `on a screen the list of readers is cut`() throws {
    let sum = try Node(BroadcastOperation(Shape([100, 3, 3])), [x])
    let text = try CellUses.text(of: x, cell: [0, 0], bound: [("s", sum), ("x", x)], Past.screen)
    #expect(text.split(separator: "\n").count < 24)
    #expect(text.contains(": 85 readers more; all=true shows them"))
  }
}
