import Kernels
import Testing

@Suite struct MatmulTests {
  /// Lengths around the edges of every tile: rows come by 8, 6 or 2, columns by 48, 24, 16 or 8.
  static let rows = [0, 1, 2, 3, 5, 6, 7, 8, 9, 17]
  static let columns = [0, 1, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 47, 48, 49, 97]
  static let depths = [0, 1, 2, 7, 8, 9, 31]

  @Test("the product is that of plain loops", arguments: ElementType.allCases, rows)
  func matchesPlainLoops(type: ElementType, rows: Int) throws {
    for columns in Self.columns {
      for depth in Self.depths {
        let a = Matrix(rows, depth, type, seed: 1)
        let b = Matrix(depth, columns, type, seed: 2)
        let c = Matrix(rows, columns, type, seed: 3)
        try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
        #expect(c.array == a.times(b), "\(rows)x\(depth)x\(columns)")
      }
    }
  }

  @Test("depths around the edge of a round", arguments: ElementType.allCases, [319, 320, 321, 961])
  func deepProducts(type: ElementType, depth: Int) throws {
    for (rows, columns) in [(1, 1), (9, 49), (40, 7), (17, 130), (130, 17)] {
      let a = Matrix(rows, depth, type, seed: 1)
      let b = Matrix(depth, columns, type, seed: 2)
      let c = Matrix(rows, columns, type, seed: 3)
      try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
      #expect(c.array == a.times(b), "\(rows)x\(depth)x\(columns)")
    }
  }

  @Test("any strides do", arguments: MatrixLayout.allCases, MatrixLayout.allCases)
  func anyStrides(left: MatrixLayout, right: MatrixLayout) throws {
    for result in MatrixLayout.allCases {
      for type in ElementType.allCases {
        for (rows, depth, columns) in [(7, 5, 50), (25, 9, 70), (70, 9, 3), (9, 17, 48)] {
          let a = Matrix(rows, depth, type, left, seed: 1)
          let b = Matrix(depth, columns, type, right, seed: 2)
          let c = Matrix(rows, columns, type, result, seed: 3)
          try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
          #expect(c.array == a.times(b), "\(left) · \(right) = \(result), \(type), \(rows)")
        }
      }
    }
  }

  @Test("nothing but the result is written", arguments: MatrixLayout.allCases)
  func writesOnlyTheResult(layout: MatrixLayout) throws {
    let a = Matrix(19, 9, .f32, seed: 1)
    let b = Matrix(9, 50, .f32, seed: 2)
    let c = Matrix(19, 50, .f32, layout, seed: 3)
    var expected = (0..<c.cells.storage.count).map { c.cells.storage[$0] }
    try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
    for (index, sum) in a.times(b).enumerated() { expected[c.place(index / 50, index % 50)] = sum }
    #expect((0..<c.cells.storage.count).map { c.cells.storage[$0] } == expected)
  }

  @Test("a repeated row is a row of stride 0")
  func repeatedRow() throws {
    let row = Matrix(1, 6, .f64, seed: 1)
    let repeated = Cells.matrix(
      row.cells.storage, rows: 20, columns: 6, rowStride: 0, columnStride: 1)
    let b = Matrix(6, 30, .f64, seed: 2)
    let c = Matrix(20, 30, .f64)
    try Matmul.multiply(.strided(repeated), .strided(b.cells), into: c.cells)
    #expect(c.array == (0..<20).flatMap { _ in row.times(b) })
  }

  enum Start: CaseIterable { case nothing, perRow, perColumn }

  @Test(
    "a bias and the former result are added", arguments: Start.allCases, [false, true])
  func starts(start: Start, accumulate: Bool) throws {
    for type in ElementType.allCases {
      for (rows, depth, columns) in [(3, 0, 5), (9, 4, 50), (17, 330, 48), (100, 3, 17)] {
        let a = Matrix(rows, depth, type, seed: 1)
        let b = Matrix(depth, columns, type, seed: 2)
        let product = a.times(b)
        for layout in MatrixLayout.allCases {
          let c = Matrix(rows, columns, type, layout, seed: 3)
          let bias = Matrix(start == .perRow ? rows : columns, 2, type, seed: 4)
          var expected = product
          for index in expected.indices {
            let (row, column) = (index / columns, index % columns)
            if accumulate { expected[index] += c[row, column] }
            if start == .perRow { expected[index] += bias[row, 1] }
            if start == .perColumn { expected[index] += bias[column, 1] }
          }
          var (sizes, strides) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero)
          (sizes[0], strides[0]) = (bias.rows, 2)
          let vector = Cells(
            bias.cells.storage, offset: 1, rank: 1, sizes: sizes, strides: strides)
          let matrixBias: MatrixBias? =
            switch start {
            case .nothing: nil
            case .perRow: .perRow(vector)
            case .perColumn: .perColumn(vector)
            }
          try Matmul.multiply(
            .strided(a.cells), .strided(b.cells), into: c.cells, bias: matrixBias,
            accumulate: accumulate)
          #expect(c.array == expected, "\(type) \(layout) \(rows)x\(depth)x\(columns)")
        }
      }
    }
  }

  @Test("NaN and infinity reach the cells that read them, and no others", arguments: [1, 9, 64])
  func specialValues(rows: Int) throws {
    for type in ElementType.allCases {
      let a = Matrix(rows, 20, type, seed: 1)
      let b = Matrix(20, 61, type, seed: 2)
      let c = Matrix(rows, 61, type)
      b[7, 60] = .nan
      b[3, 2] = .infinity
      a[rows - 1, 3] = 1
      try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
      #expect((0..<rows).allSatisfy { c[$0, 60].isNaN })
      #expect(c[rows - 1, 2] == .infinity)
      #expect((0..<rows).allSatisfy { row in (3..<60).allSatisfy { c[row, $0].isFinite } })
    }
  }

  @Test("the result does not depend on the threads", arguments: ElementType.allCases)
  func sameAtAnyThreadCount(type: ElementType) throws {
    for (rows, depth, columns) in [(64, 576, 200), (600, 200, 20), (100, 2000, 5)] {
      let a = Matrix(rows, depth, type, seed: 1)
      let b = Matrix(depth, columns, type, seed: 2)
      for matrix in [a, b] {
        for index in 0..<matrix.cells.storage.count { matrix.cells.storage[index] /= 7 }
      }
      var results: [[Double]] = []
      for _ in 0..<3 {
        let c = Matrix(rows, columns, type)
        try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
        results.append(c.array)
      }
      let serial = Matrix(rows, columns, type)
      try Workers.run(2) { (index: Int) throws(Interrupted) in
        // Inside a job a product has one thread.
        if index == 0 {
          try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: serial.cells)
        }
      }
      #expect(results.allSatisfy { $0 == serial.array }, "\(rows)x\(depth)x\(columns)")
    }
  }
}

@Suite struct MatmulInterruptTests {
  @Test("a request stops a product at its next look", arguments: [0, 1, 5])
  func stops(looks: Int) {
    let a = Matrix(200, 500, .f64, seed: 1)
    let b = Matrix(500, 400, .f64, seed: 2)
    let c = Matrix(200, 400, .f64)
    let rehearsal = InterruptRehearsal(afterLooks: looks)
    #expect(throws: Interrupted()) {
      try Interrupt.$rehearsal.withValue(rehearsal) {
        try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
      }
    }
  }

  @Test("the flag is looked at at least once five million products")
  func looksOften() throws {
    let a = Matrix(400, 500, .f32, seed: 1)
    let b = Matrix(500, 500, .f32, seed: 2)
    let c = Matrix(400, 500, .f32)
    let rehearsal = InterruptRehearsal()
    // Only this thread's looks are counted, so it does all the work.
    let threads = Workers.threadCount
    Workers.threadCount = 1
    defer { Workers.threadCount = threads }
    try Interrupt.$rehearsal.withValue(rehearsal) {
      try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells)
    }
    #expect(rehearsal.looks > 20)
  }
}
