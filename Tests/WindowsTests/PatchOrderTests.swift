import Kernels
import Tensors
import Testing

@testable import Windows

@Suite struct PatchOrderTests {
  /// Geometries in which no two factors have the same length, and some that pad and dilate.
  static let windows: [SlidingWindow] = {
    [
      try? SlidingWindow(input: Extent(rows: 6, columns: 8), kernel: Extent(rows: 2, columns: 3)),
      try? SlidingWindow(
        input: Extent(rows: 5, columns: 4), kernel: Extent(rows: 3, columns: 2),
        stride: Extent(rows: 2, columns: 1),
        padding: .explicit(PaddingSides(top: 0, left: 1, bottom: 2, right: 1)),
        dilation: Extent(rows: 1, columns: 2)),
      try? SlidingWindow(input: Extent(1), kernel: Extent(1)),
    ].compactMap { $0 }
  }()
  static let images = [[2, 3], [1, 2], [3, 1]]

  private func layout(
    _ order: PatchOrder, _ window: SlidingWindow, batch: [Int]
  ) throws -> PatchLayout {
    try PatchLayout(
      image: Shape(batch + [window.input.rows, window.input.columns]), window: window, order: order)
  }

  @Test(
    "an address and its index are each other's inverse", arguments: PatchOrder.allCases, windows)
  func inverse(_ order: PatchOrder, _ window: SlidingWindow) throws {
    for batch in Self.images {
      let layout = try layout(order, window, batch: batch)
      var seen: Set<PatchAddress> = []
      for place in 0..<layout.shape.count {
        let index = layout.shape.index(at: place)
        let address = layout.address(of: index)
        #expect(layout.index(of: address) == index)
        seen.insert(address)
      }
      #expect(seen.count == layout.shape.count)
    }
  }

  @Test("each order numbers rows and columns by its library's formula", arguments: windows)
  func formulas(_ window: SlidingWindow) throws {
    let (n, c) = (2, 3)
    let (kh, kw) = (window.kernel.rows, window.kernel.columns)
    let (oh, ow) = (window.output.rows, window.output.columns)
    func index(_ order: PatchOrder, _ a: PatchAddress) -> CellIndex {
      let patch = (a.channel * kh + a.tapRow) * kw + a.tapColumn
      let patchDown = a.tapRow + kh * a.tapColumn + kh * kw * a.channel
      let position = a.outputRow * ow + a.outputColumn
      let positionDown = a.outputRow + oh * a.outputColumn
      return switch order {
      case .columns: [patch, a.image * oh * ow + position]
      case .rows: [a.image * oh * ow + position, patch]
      case .windows: [a.image, a.channel, a.outputRow, a.outputColumn, a.tapRow, a.tapColumn]
      case .unfold: [a.image, patch, position]
      case .cs231n: [patch, position * n + a.image]
      case .matlab: [patchDown, a.image * oh * ow + positionDown]
      case .matlabRows: [patchDown, a.image * oh * ow + position]
      }
    }
    for order in PatchOrder.allCases {
      let layout = try layout(order, window, batch: [n, c])
      for place in 0..<layout.shape.count {
        let cell = layout.shape.index(at: place)
        #expect(index(order, layout.address(of: cell)) == cell)
      }
    }
  }

  @Test(
    "a permutation finds every cell, and row by row where both are matrices",
    arguments: PatchOrder.allCases, PatchOrder.allCases)
  func permutation(_ source: PatchOrder, _ target: PatchOrder) throws {
    for window in Self.windows {
      let shape = try Shape([2, 3, window.input.rows, window.input.columns])
      let image = try Tensor(shape, .f64, drawing: counting())
      let permutation = try PatchPermutation(
        image: shape, window: window, from: source, to: target)
      let back = try PatchPermutation(image: shape, window: window, from: target, to: source)
      let known = try PatchMatrix(image, window: window, order: source)
      let wanted = try PatchMatrix(image, window: window, order: target)
      for place in 0..<wanted.shape.count {
        let index = wanted.shape.index(at: place)
        let origin = permutation.sourceIndex(of: index)
        #expect(wanted.cell(index) == known.cell(origin))
        #expect(back.sourceIndex(of: origin) == index)
        #expect(known.shape.place(of: origin) == permutation.sourcePlace(of: place))
        if wanted.shape.rank == 2, known.shape.rank == 2 {
          let rows = try #require(permutation.rows)
          let columns = try #require(permutation.columns)
          let (row, column) = (rows[index[0]], columns[index[1]])
          #expect(origin == (permutation.isTransposed ? [column, row] : [row, column]))
        }
      }
      if source == target { #expect(permutation.isIdentity) }
      if permutation.isIdentity {
        #expect((0..<wanted.shape.count).allSatisfy { permutation.sourcePlace(of: $0) == $0 })
      }
    }
  }

  @Test("with one image cs231n is columns; with two it is not")
  func identities() throws {
    let window = Self.windows[0]
    func isIdentity(_ images: Int) throws -> Bool {
      try PatchPermutation(
        image: Shape([images, 2, 6, 8]), window: window, from: .columns, to: .cs231n
      ).isIdentity
    }
    #expect(try isIdentity(1))
    #expect(try !isIdentity(2))
  }

  @Test("an image without batch or channels gets no axes for them")
  func droppedAxes() throws {
    let window = Self.windows[0]
    func shape(_ image: [Int], _ order: PatchOrder) throws -> String {
      try PatchLayout(image: Shape(image), window: window, order: order).shape.description
    }
    #expect(try shape([6, 8], .windows) == "5x6x2x3")
    #expect(try shape([4, 6, 8], .windows) == "4x5x6x2x3")
    #expect(try shape([1, 4, 6, 8], .windows) == "1x4x5x6x2x3")
    #expect(try shape([6, 8], .unfold) == "6x30")
    #expect(try shape([2, 4, 6, 8], .unfold) == "2x24x30")
    #expect(try shape([6, 8], .columns) == "6x30")
    #expect(try shape([2, 4, 6, 8], .rows) == "60x24")
  }

  @Test("an image of another number of dimensions is an error")
  func imageRank() throws {
    let shape = try Shape([6])
    #expect(throws: WindowError.imageRank(shape)) {
      try PatchLayout(image: shape, window: Self.windows[0], order: .columns)
    }
  }

  @Test("a matrix whose size overflows is an error before anything is allocated")
  func overflow() throws {
    let side = 1 << 28
    let window = try SlidingWindow(input: Extent(side), kernel: Extent(side / 2))
    #expect(
      throws: WindowError.tensor(
        .shapeOverflows([1, 1, side / 2, side / 2, side / 2 + 1, side / 2 + 1]))
    ) {
      try PatchLayout(image: Shape([side, side]), window: window, order: .columns)
    }
  }
}

/// Numbers 1, 2, 3, …: no two cells alike.
func counting() -> () -> Double {
  var next = 0.0
  return {
    next += 1
    return next
  }
}
