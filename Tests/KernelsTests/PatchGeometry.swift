import Kernels
import Testing

/// A small convolution's geometry, and the images it reads, for tests of packed patches.
struct PatchGeometry: CustomTestStringConvertible {
  var images = 1
  var channels = 2
  var rows = 6
  var columns = 7
  var tapRows = 3
  var tapColumns = 3
  var stride = 1
  var dilation = 1
  var padding = 1

  var testDescription: String {
    "\(images)x\(channels)x\(rows)x\(columns) by \(tapRows)x\(tapColumns)"
      + " stride \(stride) dilation \(dilation) padding \(padding)"
  }

  var outputRows: Int { (rows + 2 * padding - dilation * (tapRows - 1) - 1) / stride + 1 }
  var outputColumns: Int {
    (columns + 2 * padding - dilation * (tapColumns - 1) - 1) / stride + 1
  }
  var taps: Int { channels * tapRows * tapColumns }
  var positions: Int { images * outputRows * outputColumns }

  var runs: WindowRuns {
    let inputRows = (0..<tapRows).flatMap { tap in
      (0..<outputRows).map { output in
        let row = output * stride - padding + tap * dilation
        return row >= 0 && row < rows ? Int32(row) : -1
      }
    }
    let columnRuns = (0..<tapColumns).map { tap in
      let inside = (0..<outputColumns).filter {
        (0..<columns).contains($0 * stride - padding + tap * dilation)
      }
      let first = inside.first ?? 0
      return WindowRuns.ColumnRun(
        zerosBefore: first, length: inside.count,
        inputOffset: inside.isEmpty ? 0 : first * stride - padding + tap * dilation,
        zerosAfter: outputColumns - first - inside.count)
    }
    return WindowRuns(
      tapRows: tapRows, tapColumns: tapColumns, outputRows: outputRows,
      outputColumns: outputColumns, columnStep: stride, inputRows: inputRows,
      columnRuns: columnRuns)
  }

  /// The patches of images that lie as N×C×H×W or as N×H×W×C.
  func patches(_ type: ElementType, channelsLast: Bool, tapOrder: PatchOperand.TapOrder)
    -> PatchOperand
  {
    let image = Matrix(images, channels * rows * columns, type, seed: 5)
    return PatchOperand(
      image.cells.storage, offset: 0, imageStride: channels * rows * columns,
      channelStride: channelsLast ? 1 : rows * columns,
      rowStride: channelsLast ? columns * channels : columns,
      columnStride: channelsLast ? channels : 1, images: images, channels: channels, runs: runs,
      tapOrder: tapOrder)
  }

  /// The im2col matrix, taps × positions, from the definition.
  func matrix(of patches: PatchOperand) -> Matrix {
    let matrix = Matrix(taps, positions, patches.storage.elementType)
    for tap in 0..<taps {
      let window = tapRows * tapColumns
      let channelsOutermost = patches.tapOrder == .channelsOutermost
      let channel = channelsOutermost ? tap / window : tap % channels
      let place = channelsOutermost ? tap % window : tap / channels
      for position in 0..<positions {
        let (image, output) = position.quotientAndRemainder(dividingBy: outputRows * outputColumns)
        let row = output / outputColumns * stride - padding + place / tapColumns * dilation
        let column = output % outputColumns * stride - padding + place % tapColumns * dilation
        let isInside = (0..<rows).contains(row) && (0..<columns).contains(column)
        matrix[tap, position] =
          isInside
          ? patches.storage[
            image * patches.imageStride + channel * patches.channelStride
              + row * patches.rowStride + column * patches.columnStride] : 0
      }
    }
    return matrix
  }

  /// Geometries around every edge: of the image, of a panel, of the table of pieces.
  static let all: [PatchGeometry] = {
    var all: [PatchGeometry] = []
    for stride in 1...4 {
      for dilation in 1...2 {
        for padding in 0...3 {
          all.append(
            PatchGeometry(
              rows: 9, columns: 11, stride: stride, dilation: dilation,
              padding: padding))
        }
      }
    }
    for columns in [1, 2, 15, 16, 17, 47, 48, 49, 50, 100] {
      all.append(PatchGeometry(images: 2, rows: 4, columns: columns))
      all.append(
        PatchGeometry(
          images: 3, rows: 3, columns: columns, tapRows: 1, tapColumns: 1,
          padding: 0))
      all.append(PatchGeometry(rows: 5, columns: 2 * columns + 1, stride: 2, padding: 1))
      all.append(PatchGeometry(rows: 5, columns: 4 * columns, tapColumns: 4, stride: 4))
    }
    // Rows long enough that their phases are dealt out a vector at a time.
    for (stride, columns) in [(2, 37), (2, 44), (4, 67), (4, 70), (4, 81)] {
      for padding in [0, 1, 3, 6] {
        all.append(
          PatchGeometry(
            rows: 7, columns: columns, tapColumns: 5, stride: stride, padding: padding))
      }
    }
    all.append(PatchGeometry(images: 5, rows: 2, columns: 2))
    all.append(PatchGeometry(images: 2, channels: 40, rows: 5, columns: 5))
    all.append(
      PatchGeometry(
        images: 2, channels: 1, rows: 12, columns: 12, tapRows: 12,
        tapColumns: 12, padding: 3))
    all.append(
      PatchGeometry(
        images: 2, channels: 3, rows: 4, columns: 6, tapRows: 1, tapColumns: 1,
        stride: 2, padding: 0))
    all.append(
      PatchGeometry(channels: 9, rows: 3, columns: 8, tapRows: 1, tapColumns: 1, padding: 1))
    return all
  }()
}
