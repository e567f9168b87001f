import Testing

@testable import Kernels

@Suite struct BandTests {
  @Test(
    "every tap of every output finds its pixel at its offset", arguments: PatchGeometry.all,
    [false, true])
  func cells(geometry: PatchGeometry, apart: Bool) {
    for channelsLast in [false, true] {
      for rows in [geometry.outputRows, 2, 1] {
        expectPatches(Float.self, geometry, apart: apart, channelsLast: channelsLast, rows: rows)
        expectPatches(Double.self, geometry, apart: apart, channelsLast: channelsLast, rows: rows)
      }
    }
  }

  /// Fills bands of so many output rows, and compares them with the im2col matrix.
  private func expectPatches<Element: TileCell>(
    _: Element.Type, _ geometry: PatchGeometry, apart: Bool, channelsLast: Bool, rows: Int
  ) {
    let patches = geometry.patches(
      Element.elementType, channelsLast: channelsLast, tapOrder: .channelsOutermost)
    let matrix = geometry.matrix(of: patches)
    let band = Band(
      rows: geometry.rowAxis, columns: geometry.columnAxis(apart: apart),
      channels: geometry.channels, outputRows: rows, sharesPadding: !apart)
    let cells = UnsafeMutablePointer<Element>.allocate(capacity: band.count + Element.lanes)
    defer { cells.deallocate() }
    for image in 0..<geometry.images {
      for first in stride(from: 0, to: geometry.outputRows, by: rows) {
        let outputs = first..<min(first + rows, geometry.outputRows)
        cells.initialize(repeating: .nan, count: band.count + Element.lanes)
        band.fill(
          cells, from: BandSource(geometry.images(patches), image: image), outputRows: outputs,
          outputColumns: 0..<geometry.outputColumns)
        #expect(
          found(band, cells, geometry, rows: outputs.count)
            == expected(matrix, image, geometry, outputs))
      }
    }
  }

  private func found<Element: TileCell>(
    _ band: Band, _ cells: UnsafeMutablePointer<Element>, _ geometry: PatchGeometry, rows: Int
  ) -> [Double] {
    var offsets = [Int32](repeating: -1, count: geometry.taps)
    offsets.withUnsafeMutableBufferPointer { table in
      if let start = table.baseAddress { band.listOffsets(into: start) }
    }
    return offsets.flatMap { offset in
      (0..<rows).flatMap { row in
        (0..<geometry.outputColumns).map { Double(cells[Int(offset) + row * band.pitch + $0]) }
      }
    }
  }

  private func expected(
    _ matrix: Matrix, _ image: Int, _ geometry: PatchGeometry, _ rows: Range<Int>
  ) -> [Double] {
    (0..<geometry.taps).flatMap { tap in
      rows.flatMap { row in
        (0..<geometry.outputColumns).map { column in
          matrix[tap, (image * geometry.outputRows + row) * geometry.outputColumns + column]
        }
      }
    }
  }
}

extension PatchGeometry {
  /// The images of an operand, N×C×H×W.
  func images(_ patches: PatchOperand) -> Cells {
    var (sizes, strides) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero)
    for (axis, size) in [images, channels, rows, columns].enumerated() { sizes[axis] = size }
    strides[0] = patches.imageStride
    strides[1] = patches.channelStride
    strides[2] = patches.rowStride
    strides[3] = patches.columnStride
    return Cells(patches.storage, offset: 0, rank: 4, sizes: sizes, strides: strides)
  }

  var rowAxis: BandAxis {
    bandAxis(outputs: outputRows, taps: tapRows, input: rows, apart: false)
  }

  func columnAxis(apart: Bool) -> BandAxis {
    bandAxis(outputs: outputColumns, taps: tapColumns, input: columns, apart: apart)
  }

  /// The planes of a direction, from the definition.
  private func bandAxis(outputs: Int, taps: Int, input: Int, apart: Bool) -> BandAxis {
    let places = (0..<taps).map { tap in
      BandAxis.Tap(
        plane: apart ? tap : tap * dilation % stride, shift: apart ? 0 : tap * dilation / stride)
    }
    let length = outputs + (places.map(\.shift).max() ?? 0)
    let planes = (0..<(apart ? taps : stride)).map { plane in
      let origin = (apart ? plane * dilation : plane) - padding
      let inside = (0..<length).filter { (0..<input).contains(origin + $0 * stride) }
      let first = inside.first ?? 0
      return BandAxis.Plane(
        zerosBefore: first, pixels: inside.count,
        firstPixel: inside.isEmpty ? 0 : origin + first * stride)
    }
    return BandAxis(outputs: outputs, step: stride, planes: planes, taps: places)
  }
}
