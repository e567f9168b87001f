import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct PoolingTests {
  @Test("every window's maximum and mean are those of its pixels", arguments: SmallConvolution.all)
  func definition(_ small: SmallConvolution) throws {
    let x = try sixteenths([2, 2, small.window.input.rows, small.window.input.columns])
    for roundsUp in [false, true] {
      for (kind, countsPadding) in [(PoolKind.max, true), (.avg, true), (.avg, false)] {
        let options = PoolOptions(
          kind: kind, stride: small.window.stride, padding: .explicit(small.window.sides),
          dilation: small.window.dilation, roundsUp: roundsUp, countsPadding: countsPadding)
        let geometry: PoolGeometry
        do {
          geometry = try PoolGeometry(
            input: x.shape, kernel: small.window.kernel, options: options)
        } catch {
          guard case .window(.windowOfPadding) = error else { throw error }
          continue
        }
        let y = try Pooling.forward(x, kernel: small.window.kernel, options: options)
        #expect(y.shape == geometry.result)
        for place in stride(from: 0, to: y.shape.count, by: 5) {
          let index = y.shape.index(at: place)
          let (pixels, counted) = window(x, at: index, geometry.window)
          let expected =
            kind == .max
            ? pixels.max() ?? .nan
            : pixels.reduce(0, +) / Double(countsPadding ? counted : pixels.count)
          #expect(abs(y.cell(index) - expected) <= 1e-15 * abs(expected))
        }
      }
    }
  }

  /// The pixels of an output's window, and how many of its taps lie on the image or its padding.
  private func window(
    _ x: Tensor, at index: CellIndex, _ window: SlidingWindow
  ) -> (pixels: [Double], counted: Int) {
    var pixels: [Double] = []
    var counted = 0
    for i in 0..<window.kernel.rows {
      for j in 0..<window.kernel.columns {
        let row = index[2] * window.stride.rows - window.sides.top + i * window.dilation.rows
        let column =
          index[3] * window.stride.columns - window.sides.left + j * window.dilation.columns
        let isCounted =
          row < window.input.rows + window.sides.bottom
          && column < window.input.columns + window.sides.right
        if isCounted { counted += 1 }
        if row >= 0, row < window.input.rows, column >= 0, column < window.input.columns {
          pixels.append(x.cell([index[0], index[1], row, column]))
        }
      }
    }
    return (pixels, counted)
  }

  @Test("a NaN in the window is its maximum, wherever it stands", arguments: [0, 1, 2, 3])
  func nan(_ place: Int) throws {
    var cells = [1.0, .infinity, -.infinity, 2]
    cells[place] = .nan
    for type in ElementType.allCases {
      let x = try Tensor(cells, Shape([2, 2])).converted(to: type)
      #expect(try Pooling.forward(x, kernel: Extent(2)).number.isNaN)
    }
  }

  @Test("padding is less than any pixel of a maximum")
  func negative() throws {
    let x = try Tensor([-3, -.infinity, -1, -2.0], Shape([2, 2]))
    let y = try Pooling.forward(
      x, kernel: Extent(2), options: PoolOptions(stride: Extent(1), padding: .all(1)))
    #expect(y.array == [-3, -3, -.infinity, -1, -1, -2, -1, -1, -2])
  }

  @Test("the stride is the window unless given, and the result has the input's dimensions")
  func shapes() throws {
    #expect(
      try Pooling.forward(sixteenths([6, 9]), kernel: Extent(rows: 2, columns: 3)).shape.description
        == "3x3")
    #expect(
      try Pooling.forward(sixteenths([4, 6, 9]), kernel: Extent(2)).shape.description == "4x3x4")
    #expect(
      try Pooling.forward(sixteenths([0, 4, 6, 9]), kernel: Extent(2)).shape.description
        == "0x4x3x4")
  }

  @Test("strided views are pooled where they lie", arguments: PoolKind.allCases)
  func views(_ kind: PoolKind) throws {
    let x = try sixteenths([5, 4, 3, 2]).permuted([3, 2, 1, 0]).flipped([3])
    let options = PoolOptions(kind: kind, padding: .all(1))
    #expect(
      try Pooling.forward(x, kernel: Extent(2), options: options).array
        == Pooling.forward(x.contiguous(), kernel: Extent(2), options: options).array)
  }

  @Test("a window of padding only has no maximum and no mean over pixels, but one over padding")
  func windowOfPadding() throws {
    let x = try sixteenths([2, 2])
    let error = ConvolutionError.window(
      .windowOfPadding(outputRow: 0, outputColumn: 0, padding: PaddingSides(rows: 2, columns: 0)))
    let padding = Padding.explicit(PaddingSides(rows: 2, columns: 0))
    #expect(throws: error) {
      try Pooling.forward(x, kernel: Extent(2), options: PoolOptions(padding: padding))
    }
    #expect(throws: error) {
      try Pooling.forward(
        x, kernel: Extent(2),
        options: PoolOptions(kind: .avg, padding: padding, countsPadding: false))
    }
    let mean = try Pooling.forward(
      x, kernel: Extent(2), options: PoolOptions(kind: .avg, padding: padding))
    #expect(mean.cell([0, 0]) == 0)
  }
}
