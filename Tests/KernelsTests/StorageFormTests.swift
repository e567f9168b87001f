import Testing

@testable import Kernels

@Suite struct StorageFormTests {
  private let block = Storage([1, 2, 3, 4, 5, 6.0])

  private func key(_ offset: Int = 0, _ option: Int = 0) -> FormKey {
    FormKey(
      .matrix, of: .matrix(block, offset: offset, rows: 1, columns: 2, rowStride: 2),
      options: SIMD4(option, 0, 0, 0))
  }

  /// A form of one cell; nil if none was kept or made.
  private func form(
    _ key: FormKey, _ policy: Storage.FormPolicy = .fromFirstUse, of value: Double
  ) throws -> Double? {
    try block.form(key, count: 1, keeping: policy) { $0[0] = value }.map { $0[0] }
  }

  @Test("a form is made once, and found under its own key only")
  func keys() throws {
    #expect(try form(key(), of: 1) == 1)
    #expect(try form(key(), of: 2) == 1)
    #expect(try form(key(2), of: 3) == 3)
    #expect(try form(key(0, 1), of: 4) == 4)
    #expect(try form(key(), of: 5) == 1)
    #expect(block.keptForm(key(2))?[0] == 3)
    #expect(block.keptForm(key(3)) == nil)
  }

  @Test("a form from the second use on costs nothing at the first")
  func secondUse() throws {
    #expect(try form(key(), .fromSecondUse, of: 1) == nil)
    #expect(try form(key(), .fromSecondUse, of: 2) == 2)
    #expect(try form(key(), .fromSecondUse, of: 3) == 2)
  }

  @Test("whoever writes cells drops their forms")
  func writing() throws {
    let one = Cells.matrix(block, rows: 1, columns: 1, rowStride: 1)
    let writers: [() throws -> Void] = [
      { block[0] = 1 },
      { block.withMutableSpan(of: Double.self) { $0[0] = 1 } },
      { try Elementwise.fill(one, with: 1) },
      { try Elementwise.copy(one, into: one) },
      { try Elementwise.apply(.exp, to: one, into: one) },
      { try Elementwise.apply(.add, one, one, into: one) },
      { try Reduction.reduce(.sum, kept: one, reduced: one, into: one) },
      { try Matmul.multiply(.strided(one), .strided(one), into: one) },
    ]
    for (place, write) in writers.enumerated() {
      _ = try form(key(2), of: Double(place))
      #expect(block.keptForm(key(2))?[0] == Double(place))
      try write()
      #expect(block.keptForm(key(2)) == nil)
    }
  }

  @Test("forms go with their block, and old ones make room for new ones")
  func lifetime() throws {
    weak var oldest: Storage?
    weak var newest: Storage?
    do {
      let other = Storage(.f32, count: 4)
      for option in 0...StorageForm.mostForms {
        let form = try other.form(key(0, option), count: 8, keeping: .fromFirstUse) { $0[0] = 0 }
        if option == 0 { oldest = form } else { newest = form }
      }
      #expect(oldest == nil)
      #expect(newest != nil)
    }
    #expect(newest == nil)
  }

  @Test("a form larger than the room for all is not kept")
  func room() throws {
    let form = try block.form(
      key(), count: StorageForm.mostBytes, keeping: .fromFirstUse
    ) { _ in Issue.record("made") }
    #expect(form == nil)
  }

  @Test("an interrupted form is not kept")
  func interruption() throws {
    #expect(throws: Interrupted.self) {
      try block.form(key(), count: 1, keeping: .fromFirstUse) {
        (_) throws(Interrupted) in throw Interrupted()
      }
    }
    #expect(block.keptForm(key()) == nil)
  }

  @Test(
    "a product with kept panels is the one without, the weights changed in between or not",
    arguments: [
      (64, 40, 70), (300, 700, 31), (9, 900, 200), (64, 64, 1000), (17, 1200, 5), (1024, 3, 40),
    ], [ElementType.f32, .f64])
  func products(_ sizes: (Int, Int, Int), _ type: ElementType) throws {
    for side in [MatmulSide.left, .right] {
      let a = Matrix(sizes.0, sizes.1, type)
      let b = Matrix(sizes.1, sizes.2, type, seed: 2)
      for layout in [MatrixLayout.rows, .columns] {
        let c = Matrix(sizes.0, sizes.2, type, layout)
        for round in 0..<4 {
          if round == 3 { (a[0, 1], b[0, 1]) = (3, 5) }
          try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: c.cells, keeping: side)
          #expect(c.array == a.times(b))
        }
      }
    }
  }
}
