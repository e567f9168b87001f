import Kernels
import Testing

@Suite struct PatchOperandTests {
  static let orders: [PatchOperand.TapOrder] = [.channelsOutermost, .channelsInnermost]

  @Test("as the right operand, patches are their matrix", arguments: PatchGeometry.all, orders)
  func asRightOperand(geometry: PatchGeometry, order: PatchOperand.TapOrder) throws {
    for type in ElementType.allCases {
      for channelsLast in [false, true] {
        let patches = geometry.patches(type, channelsLast: channelsLast, tapOrder: order)
        let matrix = geometry.matrix(of: patches)
        for rows in [1, 10] {
          let a = Matrix(rows, geometry.taps, type, seed: 1)
          let c = Matrix(rows, geometry.positions, type)
          try Matmul.multiply(.strided(a.cells), .patches(patches), into: c.cells)
          #expect(c.array == a.times(matrix), "\(type) channelsLast: \(channelsLast) \(rows)")
        }
      }
    }
  }

  @Test("as the left operand, positions are rows", arguments: PatchGeometry.all, orders)
  func asLeftOperand(geometry: PatchGeometry, order: PatchOperand.TapOrder) throws {
    for type in ElementType.allCases {
      for channelsLast in [false, true] {
        let patches = geometry.patches(type, channelsLast: channelsLast, tapOrder: order)
        let positions = transposed(geometry.matrix(of: patches))
        for columns in [1, 17] {
          let b = Matrix(geometry.taps, columns, type, seed: 1)
          let c = Matrix(geometry.positions, columns, type)
          try Matmul.multiply(.patches(patches.transposed), .strided(b.cells), into: c.cells)
          #expect(c.array == positions.times(b), "\(type) channelsLast: \(channelsLast) \(columns)")
        }
      }
    }
  }

  @Test("the positions may be what is summed over", arguments: PatchGeometry.all, orders)
  func sumOverPositions(geometry: PatchGeometry, order: PatchOperand.TapOrder) throws {
    for (type, channelsLast) in [
      (ElementType.f32, false), (.f32, true), (.f64, false), (.f64, true),
    ] {
      let patches = geometry.patches(type, channelsLast: channelsLast, tapOrder: order)
      let matrix = geometry.matrix(of: patches)
      let upstream = Matrix(3, geometry.positions, type, seed: 1)
      let c = Matrix(3, geometry.taps, type)
      try Matmul.multiply(.strided(upstream.cells), .patches(patches.transposed), into: c.cells)
      #expect(c.array == upstream.times(transposed(matrix)), "\(type)")
      let b = Matrix(geometry.positions, 4, type, seed: 2)
      let d = Matrix(geometry.taps, 4, type)
      try Matmul.multiply(.patches(patches), .strided(b.cells), into: d.cells)
      #expect(d.array == matrix.times(b), "\(type)")
    }
  }

  @Test("each image's product may have its own place", arguments: PatchGeometry.all)
  func imagesApart(geometry: PatchGeometry) throws {
    for type in ElementType.allCases {
      let patches = geometry.patches(type, channelsLast: false, tapOrder: .channelsOutermost)
      let a = Matrix(9, geometry.taps, type, seed: 1)
      let expected = a.times(geometry.matrix(of: patches))
      let positions = geometry.positions / geometry.images
      let result = Matrix(geometry.images, 9 * positions + 3, type)
      var (sizes, strides) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero)
      (sizes[0], sizes[1], sizes[2]) = (geometry.images, 9, positions)
      (strides[0], strides[1], strides[2]) = (9 * positions + 3, positions, 1)
      let c = Cells(result.cells.storage, offset: 0, rank: 3, sizes: sizes, strides: strides)
      let operands: [MatrixOperand] = [
        .patches(patches), .strided(geometry.matrix(of: patches).cells),
      ]
      for b in operands {
        for index in 0..<c.storage.count { c.storage[index] = 0 }
        try Matmul.multiply(.strided(a.cells), b, into: c)
        let found = (0..<9).flatMap { row in
          (0..<geometry.images).flatMap { image in
            (0..<positions).map { result[image, row * positions + $0] }
          }
        }
        #expect(found == expected, "\(type)")
      }
    }
  }

  @Test("a group's patches start at its own channel")
  func group() throws {
    let geometry = PatchGeometry(channels: 4)
    let whole = geometry.patches(.f32, channelsLast: false, tapOrder: .channelsOutermost)
    let matrix = geometry.matrix(of: whole)
    let group = PatchOperand(
      whole.storage, offset: 2 * whole.channelStride, imageStride: whole.imageStride,
      channelStride: whole.channelStride, rowStride: whole.rowStride,
      columnStride: whole.columnStride, images: 1, channels: 2, runs: whole.runs)
    let a = Matrix(3, 18, .f32, seed: 1)
    let c = Matrix(3, geometry.positions, .f32)
    try Matmul.multiply(.strided(a.cells), .patches(group), into: c.cells)
    let wide = Matrix(3, 36, .f32)
    for row in 0..<3 {
      for tap in 0..<36 { wide[row, tap] = tap < 18 ? 0 : a[row, tap - 18] }
    }
    #expect(c.array == wide.times(matrix))
  }

  private func transposed(_ matrix: Matrix) -> Matrix {
    let result = Matrix(matrix.columns, matrix.rows, matrix.cells.storage.elementType)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { result[column, row] = matrix[row, column] }
    }
    return result
  }
}
