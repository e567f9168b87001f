import Testing

@testable import Tensors

@Suite struct ShapeTests {
  @Test("lengths, count, steps and spelling of every small shape")
  func small() throws {
    for lengths in lists(of: [0, 1, 2, 3], upTo: 4) {
      let shape = try Shape(lengths)
      #expect(shape.rank == lengths.count)
      #expect(shape.lengths == lengths)
      #expect(shape.count == lengths.reduce(1, *))
      #expect(shape.description == (lengths.isEmpty ? "scalar" : Shape.spelled(lengths)))
      for (place, index) in PlainTensor.indices(lengths).enumerated() {
        #expect(shape.index(at: place).array == index)
        #expect(shape.place(of: CellIndex(index)) == place)
        #expect(shape.contains(CellIndex(index)))
      }
    }
  }

  @Test("steps of a block without gaps")
  func steps() throws {
    #expect(try Shape([4, 3, 12, 10]).rowMajorStrides == [360, 120, 10, 1, 0, 0, 0, 0])
    #expect(try Shape([4, 0, 2]).rowMajorStrides == [2, 2, 1, 0, 0, 0, 0, 0])
  }

  @Test("equal lengths make equal shapes, a length of 1 more does not")
  func equality() throws {
    #expect(try Shape([2, 3]) == Shape([2, 3]))
    #expect(try Shape([2, 3]) != Shape([2, 3, 1]))
    #expect(try Shape([]) == .scalar)
  }

  @Test("eight dimensions are the most")
  func tooMany() throws {
    #expect(try Shape(Array(repeating: 1, count: 8)).rank == 8)
    #expect(throws: TensorError.tooManyDimensions(9)) { try Shape(Array(repeating: 1, count: 9)) }
  }

  @Test("a negative length is refused and named")
  func negative() {
    #expect(throws: TensorError.negativeLength(-2, axis: 1)) { try Shape([3, -2, 4]) }
    #expect(throws: TensorError.negativeLength(.min, axis: 0)) { try Shape([Int.min]) }
  }

  @Test(
    "a product that overflows is refused, beside a zero too",
    arguments: [
      [Int.max], [Int.max / 8 + 1], [1 << 32, 1 << 32], [1 << 31, 1 << 31], [Int.max, Int.max],
      [1 << 40, 1 << 40, 0],
    ])
  func overflow(_ lengths: [Int]) {
    #expect(throws: TensorError.shapeOverflows(lengths)) { try Shape(lengths) }
  }

  @Test("the largest shapes that fit") func largest() throws {
    #expect(try Shape([Int.max / 8]).count == Int.max / 8)
    #expect(try Shape([1 << 40, 0]).count == 0)
  }

  @Test("an index of another rank or out of range is not contained")
  func outside() throws {
    let shape = try Shape([2, 3])
    for index in [[2, 0], [0, 3], [-1, 0], [0], [0, 0, 0]] {
      #expect(!shape.contains(CellIndex(index)))
    }
  }
}

@Suite struct CellIndexTests {
  @Test("numbers are kept, changed and spelled")
  func numbers() {
    var index: CellIndex = [0, 0, 1, 2]
    #expect(index.rank == 4)
    #expect(index.array == [0, 0, 1, 2])
    #expect(index.description == "[0,0,1,2]")
    index[3] = 7
    #expect(index == [0, 0, 1, 7])
    #expect(CellIndex(rank: 2) == [0, 0])
    #expect(CellIndex(rank: 2) != CellIndex(rank: 3))
    #expect(CellIndex([]).description == "[]")
  }
}
