import Convolution
import Tensors
import Windows

/// Which pixels a pool's outputs read, and the other way round, as indices of the values.
struct PoolPixels {
  /// One tap of an output's window.
  struct Tap {
    let tapRow: Int
    let tapColumn: Int
    /// The pixel; nil in the padding.
    let pixel: CellIndex?
    /// The side of the padding; nil on a pixel.
    let side: String?
  }

  private let geometry: PoolGeometry

  init(_ input: Shape, kernel: Extent, _ options: PoolOptions) throws {
    geometry = try PoolGeometry(input: input, kernel: kernel, options: options)
  }

  private var window: SlidingWindow { geometry.window }

  /// The grid of how often each pixel is read.
  var coverage: CoverageGrid { get throws { try CoverageGrid(window) } }

  /// The taps of an output's window in row-major order.
  func window(of output: CellIndex) -> [Tap] {
    let (row, column) = (output[output.rank - 2], output[output.rank - 1])
    return (0..<window.kernel.rows).flatMap { tapRow in
      (0..<window.kernel.columns).map { tapColumn in
        let place = window.place(
          outputRow: row, outputColumn: column, tapRow: tapRow, tapColumn: tapColumn)
        return Tap(
          tapRow: tapRow, tapColumn: tapColumn,
          pixel: place.isInside ? moved(output, to: place.row, place.column) : nil,
          side: place.sideName)
      }
    }
  }

  /// The outputs whose windows hold a pixel, by rising output.
  func readers(of pixel: CellIndex) -> [(output: CellIndex, note: String)] {
    window.readers(ofRow: pixel[pixel.rank - 2], column: pixel[pixel.rank - 1]).map { reader in
      (
        moved(pixel, to: reader.outputRow, reader.outputColumn),
        "tap \(reader.tapRow),\(reader.tapColumn) of window "
          + "\(reader.outputRow),\(reader.outputColumn)"
      )
    }
  }

  /// By what an output's sum is divided.
  func divisor(of output: CellIndex) -> Double {
    Double(
      geometry.divisor(
        outputRow: output[output.rank - 2], outputColumn: output[output.rank - 1]))
  }

  /// A pixel's part of a mean.
  func share(of output: CellIndex) -> CellFactor {
    let divisor = divisor(of: output)
    return CellFactor(.constant("1/\(Int(divisor))"), 1 / divisor)
  }

  private func moved(_ index: CellIndex, to row: Int, _ column: Int) -> CellIndex {
    index.replacing(index.rank - 2, with: row).replacing(index.rank - 1, with: column)
  }
}
