import Testing

@testable import Kernels

@Suite struct BandConvolutionTests {
  static let arrangements: [BandPlan.Arrangement] = [.rows, .apart, .flat]

  @Test(
    "every arrangement gives the product with the patches", arguments: PatchGeometry.all,
    arrangements)
  func product(geometry: PatchGeometry, arrangement: BandPlan.Arrangement) throws {
    for type in ElementType.allCases {
      for channelsLast in [false, true] {
        for (rows, outputs) in [(geometry.outputRows, 1), (2, 13), (1, 9)] {
          try expectProduct(
            geometry, type, channelsLast: channelsLast, outputs: outputs,
            BandPlan(
              arrangement: arrangement, isInPlace: false, rows: min(rows, geometry.outputRows),
              columns: geometry.outputColumns, parts: outputs > 8 ? 2 : 1))
        }
      }
    }
  }

  @Test("bands may be cut into blocks of columns", arguments: PatchGeometry.all)
  func blocks(geometry: PatchGeometry) throws {
    for type in ElementType.allCases {
      try expectProduct(
        geometry, type, channelsLast: false, outputs: 7,
        BandPlan(
          arrangement: .rows, isInPlace: false, rows: 1,
          columns: min(geometry.outputColumns, 17), parts: 1))
    }
  }

  @Test("bands of wide images are blocks of columns, as wide as whole tiles", arguments: [1, 2])
  func wideImages(stride: Int) throws {
    let geometry = PatchGeometry(channels: 48, rows: 5, columns: 1100, stride: stride, padding: 1)
    for type in ElementType.allCases {
      let plan = try #require(
        BandPlan(
          rows: geometry.rowAxis, columns: geometry.columnAxis(apart: false), images: 1,
          channels: geometry.channels, outputs: 3, imagePitch: nil, type: type))
      #expect(plan.columns < geometry.outputColumns)
      #expect(plan.columns % (3 * 64 / type.byteCount) == 0)
      let band = Band(
        rows: geometry.rowAxis, columns: geometry.columnAxis(apart: false),
        channels: geometry.channels, outputRows: plan.rows, outputColumns: plan.columns)
      #expect(band.count * type.byteCount <= 512 << 10)
      try expectProduct(geometry, type, channelsLast: false, outputs: 3, plan)
    }
  }

  @Test("a band that is too deep for even one tile is refused")
  func tooDeep() {
    let geometry = PatchGeometry(channels: 3000, rows: 5, columns: 100)
    #expect(
      BandPlan(
        rows: geometry.rowAxis, columns: geometry.columnAxis(apart: false), images: 1,
        channels: geometry.channels, outputs: 3, imagePitch: nil, type: .f64) == nil)
  }

  @Test(
    "images without padding may be read where they lie",
    arguments: PatchGeometry.all.filter { $0.padding == 0 && $0.stride == 1 },
    [BandPlan.Arrangement.rows, .flat])
  func inPlace(geometry: PatchGeometry, arrangement: BandPlan.Arrangement) throws {
    for type in ElementType.allCases {
      try expectProduct(
        geometry, type, channelsLast: false, outputs: 11,
        BandPlan(
          arrangement: arrangement, isInPlace: true, rows: 2, columns: geometry.outputColumns,
          parts: 1))
    }
  }

  /// Convolves in either layout of the result, and compares with the im2col matrix.
  private func expectProduct(
    _ geometry: PatchGeometry, _ type: ElementType, channelsLast: Bool, outputs: Int,
    _ plan: BandPlan
  ) throws {
    let patches = geometry.patches(
      type, channelsLast: channelsLast, tapOrder: .channelsOutermost)
    let kernels = Matrix(outputs, geometry.taps, type, seed: 1)
    let bias = Matrix(1, outputs, type, .everyOther, seed: 2)
    var biasSizes = SIMD8<Int>(repeating: 1)
    biasSizes[0] = outputs
    let result = Matrix(geometry.positions, outputs, type)
    try BandConvolution.run(
      geometry.images(patches), kernels.cells,
      bias: Cells(
        bias.cells.storage, offset: bias.cells.offset, rank: 1, sizes: biasSizes,
        strides: [bias.cells.strides[1], 0, 0, 0, 0, 0, 0, 0]),
      into: geometry.results(result, outputs: outputs, channelsLast: channelsLast), groups: 1,
      rows: geometry.rowAxis, columns: geometry.columnAxis(apart: plan.arrangement == .apart),
      plan: plan)
    let product = kernels.times(geometry.matrix(of: patches))
    let found = geometry.results(result, outputs: outputs, channelsLast: channelsLast)
    for output in 0..<outputs {
      for position in 0..<geometry.positions {
        let (image, place) = position.quotientAndRemainder(
          dividingBy: geometry.outputRows * geometry.outputColumns)
        let (row, column) = place.quotientAndRemainder(dividingBy: geometry.outputColumns)
        let strides = found.strides
        let cell = image * strides[0] + output * strides[1] + row * strides[2] + column * strides[3]
        let expected = product[output * geometry.positions + position] + bias[0, output]
        if found.storage[cell] != expected {
          Issue.record("output \(output) at \(position): \(found.storage[cell]), not \(expected)")
          return
        }
      }
    }
  }
}

extension PatchGeometry {
  /// Cells for a result, seen as N×O×oh×ow: with channels last, or first.
  func results(_ matrix: Matrix, outputs: Int, channelsLast: Bool) -> Cells {
    var (sizes, strides) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero)
    let positions = outputRows * outputColumns
    for (axis, size) in [images, outputs, outputRows, outputColumns].enumerated() {
      sizes[axis] = size
    }
    strides[0] = outputs * positions
    strides[1] = channelsLast ? 1 : positions
    strides[2] = channelsLast ? outputColumns * outputs : outputColumns
    strides[3] = channelsLast ? outputs : 1
    return Cells(matrix.cells.storage, offset: 0, rank: 4, sizes: sizes, strides: strides)
  }
}
