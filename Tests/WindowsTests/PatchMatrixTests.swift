import Kernels
import Tensors
import Testing

@testable import Windows

@Suite struct PatchMatrixTests {
  /// Every tenth or so of the small windows.
  static let windows = stride(from: 0, to: SmallGeometry.windows.count, by: 11).map {
    SmallGeometry.windows[$0]
  }

  private func batch(_ window: SlidingWindow, _ type: ElementType = .f64) throws -> Tensor {
    try Tensor(
      Shape([2, 3, window.input.rows, window.input.columns]), type, drawing: counting())
  }

  @Test(
    "the copied matrix has the cells that the lazy one works out", arguments: windows,
    PatchOrder.allCases)
  func materialized(_ window: SlidingWindow, _ order: PatchOrder) throws {
    let image = try batch(window)
    // A view with other strides reads the same way.
    let swapped = try Tensor(
      Shape([window.input.columns, 3, window.input.rows, 2]), .f32, drawing: counting()
    ).permuted([3, 1, 2, 0])
    for image in [image, swapped, try image.flipped([2, 3])] {
      let lazy = try PatchMatrix(image, window: window, order: order)
      let matrix = try lazy.materialized()
      #expect(matrix.shape == lazy.shape && matrix.elementType == image.elementType)
      #expect(matrix.array == (0..<lazy.shape.count).map { lazy.cell(lazy.shape.index(at: $0)) })
    }
  }

  @Test("a cell is the pixel of its place, and 0 in the padding", arguments: windows)
  func cells(_ window: SlidingWindow) throws {
    let image = try batch(window)
    let matrix = try PatchMatrix(image, window: window)
    for place in 0..<matrix.shape.count {
      let index = matrix.shape.index(at: place)
      let address = matrix.layout.address(of: index)
      switch matrix.layout.place(of: address) {
      case .inside(let row, let column):
        #expect(matrix.cell(index) == image.cell([address.image, address.channel, row, column]))
      case .padding:
        #expect(matrix.cell(index) == 0)
      }
    }
  }

  @Test(
    "a product packs from the lazy matrix what the matrix would give", arguments: windows,
    [PatchOrder.columns, .rows])
  func operand(_ window: SlidingWindow, _ order: PatchOrder) throws {
    let lazy = try PatchMatrix(batch(window), window: window, order: order)
    let operand = try #require(lazy.matrixOperand)
    let identity = try Tensor.identity(lazy.shape[0], .f64)
    let product = try Tensor.uninitialized(lazy.shape, .f64)
    try Matmul.multiply(.strided(identity.cells), operand, into: product.cells)
    #expect(try product.array == lazy.materialized().array)
  }

  @Test("orders that kernels do not replay give no operand")
  func noOperand() throws {
    let lazy = try PatchMatrix(batch(Self.windows[0]), window: Self.windows[0], order: .cs231n)
    #expect(lazy.matrixOperand == nil)
    #expect(lazy.isLazy)
  }

  @Test("col2im of im2col is the image times its coverage", arguments: windows, PatchOrder.allCases)
  func coverage(_ window: SlidingWindow, _ order: PatchOrder) throws {
    for type in ElementType.allCases {
      let image = try batch(window, type)
      let matrix = try PatchMatrix(image, window: window, order: order).materialized()
      let summed = try Col2im.sum(matrix, image: image.shape, window: window, order: order)
      let grid = try CoverageGrid(window).materialized()
      #expect(summed.elementType == type)
      #expect(try summed.array == Tensor.combine(.multiply, image, grid).array)
    }
  }

  @Test("col2im is the transpose of im2col", arguments: windows, PatchOrder.allCases)
  func adjoint(_ window: SlidingWindow, _ order: PatchOrder) throws {
    let image = try batch(window)
    let patches = try PatchMatrix(image, window: window, order: order).materialized()
    let weights = try Tensor(patches.shape, .f64, drawing: counting())
    let summed = try Col2im.sum(weights, image: image.shape, window: window, order: order)
    func dot(_ a: Tensor, _ b: Tensor) -> Double {
      zip(a.array, b.array).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(dot(patches, weights) == dot(image, summed))
  }

  @Test("col2im takes strided matrices and images without batch")
  func views() throws {
    let window = try SlidingWindow(input: Extent(4), kernel: Extent(2))
    let image = try Tensor(Shape([4, 4]), .f64, drawing: counting())
    let rows = try PatchMatrix(image, window: window, order: .rows).materialized()
    let summed = try Col2im.sum(rows.transposed(), image: image.shape, window: window)
    #expect(summed.shape == image.shape)
    #expect(
      try summed.array
        == Tensor.combine(.multiply, image, CoverageGrid(window).materialized()).array)
  }

  @Test("col2im of a matrix of another shape names the shape it expected")
  func matrixShape() throws {
    let window = try SlidingWindow(input: Extent(4), kernel: Extent(2))
    let matrix = try Tensor(Shape([4, 8]), .f64)
    #expect(throws: WindowError.matrixShape(matrix.shape, expected: try Shape([4, 9]))) {
      try Col2im.sum(matrix, image: Shape([4, 4]), window: window)
    }
  }

  @Test("pixels that no patch reads are 0 in the grid")
  func neverRead() throws {
    let window = try SlidingWindow(
      input: Extent(rows: 5, columns: 6), kernel: Extent(2), stride: Extent(3))
    let grid = try CoverageGrid(window)
    #expect(try grid.materialized().array.count { $0 == 0 } == 30 - 16)
  }
}
