import Kernels
import Testing

@testable import Tensors

@Suite struct TensorTests {
  @Test("a filled tensor holds one value, in either type", arguments: [ElementType.f32, .f64])
  func filled(_ type: ElementType) throws {
    for lengths in [[], [0], [1], [2, 3], [2, 0, 3], [1, 1, 1, 1, 1, 1, 1, 2]] {
      let tensor = try Tensor(Shape(lengths), type, filledWith: 2.5)
      #expect(tensor.elementType == type)
      #expect(tensor.array == Array(repeating: 2.5, count: tensor.shape.count))
    }
  }

  @Test("a list of cells must fill its shape")
  func lists() throws {
    #expect(try Tensor([1, 2, 3, 4] as [Float], Shape([2, 2])).elementType == .f32)
    #expect(try Tensor(vector: [1, 2]).shape.lengths == [2])
    let shape = try Shape([2, 2])
    #expect(throws: TensorError.cellCount(3, shape)) { try Tensor([1, 2, 3] as [Double], shape) }
  }

  @Test("the one cell of a tensor of one cell is a number, of others not")
  func numbers() throws {
    #expect(try Tensor(3.5).number == 3.5)
    #expect(try Tensor(0.1, .f32).number == Double(Float(0.1)))
    #expect(try Tensor.counting([1, 1], from: 4).number == 4)
    #expect(throws: TensorError.notANumber(try Shape([2]))) { try Tensor.counting([2]).number }
    #expect(throws: TensorError.notANumber(try Shape([0]))) { try Tensor.counting([0]).number }
  }

  @Test("changing one cell leaves views of the old cells as they were")
  func copyOnWrite() throws {
    var tensor = try Tensor.counting([2, 3])
    let (copy, row, turned) = try (tensor, tensor.sliced([.at(1)]), tensor.transposed())
    try tensor.set([1, 2], to: 99)
    #expect(tensor.array == [0, 1, 2, 3, 4, 99])
    #expect(copy.array == [0, 1, 2, 3, 4, 5])
    #expect(row.array == [3, 4, 5])
    #expect(turned.array == [0, 3, 1, 4, 2, 5])
  }

  @Test("changing a cell of a view leaves what it is a view of, repeats included")
  func viewsChange() throws {
    let tensor = try Tensor.counting([2, 3])
    var row = try tensor.sliced([.at(1)])
    try row.set([0], to: -1)
    #expect(row.array == [-1, 4, 5])
    var repeated = try Tensor(7).broadcast(to: Shape([3]))
    try repeated.set([1], to: 8)
    #expect(repeated.array == [7, 8, 7])
    #expect(tensor.array == [0, 1, 2, 3, 4, 5])
  }

  @Test("a block that nobody shares is changed in place")
  func inPlace() throws {
    var tensor = try Tensor.counting([3])
    let before = ObjectIdentifier(tensor.storage)
    try tensor.set([1], to: 5)
    #expect(ObjectIdentifier(tensor.storage) == before)
  }

  @Test("setting out of range or with another number of indices is refused")
  func badSet() throws {
    var tensor = try Tensor.counting([2, 3])
    let shape = tensor.shape
    #expect(throws: TensorError.index(3, axis: 1, length: 3)) { try tensor.set([0, 3], to: 1) }
    #expect(throws: TensorError.index(-1, axis: 0, length: 2)) { try tensor.set([-1, 0], to: 1) }
    #expect(throws: TensorError.numberPerDimension(count: 1, shape)) { try tensor.set([0], to: 1) }
    #expect(throws: TensorError.numberPerDimension(count: 3, shape)) {
      try tensor.set([0, 0, 0], to: 1)
    }
    #expect(tensor.array == [0, 1, 2, 3, 4, 5])
  }

  @Test("the array of every layout is the same")
  func arrays() throws {
    for type in [ElementType.f32, .f64] {
      for layout in try Tensor.counting([2, 3, 4], type).layouts {
        #expect(layout.array == (0..<24).map(Double.init))
      }
    }
  }

  @Test("conversion rounds to f32 and back is exact")
  func conversion() throws {
    let tensor = try Tensor(vector: [0.1, 1e300, -2, .nan])
    let short = try tensor.converted(to: .f32)
    #expect(same(short.array, [Double(Float(0.1)), .infinity, -2, .nan]))
    #expect(same(try short.converted(to: .f64).array, short.array))
  }

  @Test("the identity") func identity() throws {
    #expect(try Tensor.identity(2, .f32).array == [1, 0, 0, 1])
    #expect(try Tensor.identity(0, .f64).shape.lengths == [0, 0])
    #expect(throws: TensorError.negativeLength(-1, axis: 0)) { try Tensor.identity(-1, .f64) }
  }
}

@Suite struct RangeTests {
  @Test(
    "ranges stop before the end, whichever way they step",
    arguments: [
      ((0.0, 5.0, 1.0), [0.0, 1, 2, 3, 4]), ((5, 0, -2), [5, 3, 1]),
      ((0, 1, 0.25), [0, 0.25, 0.5, 0.75]),
      ((0, 5, -1), []), ((5, 0, 1), []), ((2, 2, 1), []), ((0, 0.1, 1), [0]),
      ((-1, 1, 1e300), [-1]),
      ((0, -1e300, 1e-300), []),
    ])
  func ranges(_ bounds: (Double, Double, Double), _ expected: [Double]) throws {
    #expect(try Tensor.range(bounds.0, bounds.1, step: bounds.2, .f64).array == expected)
  }

  @Test("a step of zero, bounds that are no numbers and endless ranges are refused")
  func badRanges() {
    let most = Double.greatestFiniteMagnitude
    #expect(throws: TensorError.zeroStep) { try Tensor.range(0, 1, step: 0, .f64) }
    #expect(throws: TensorError.outOfRange(.infinity, what: "end", least: -most, most: most)) {
      try Tensor.range(0, .infinity, step: 1, .f64)
    }
    #expect(throws: TensorError.self) { try Tensor.range(.nan, 1, step: 1, .f64) }
    #expect(throws: TensorError.self) { try Tensor.range(0, 1, step: .nan, .f64) }
    #expect(throws: TensorError.self) { try Tensor.range(-1e308, 1e308, step: 1, .f64) }
    #expect(
      throws: TensorError.outOfRange(1e300, what: "number of cells", least: 0, most: 0x1p53)
    ) { try Tensor.range(0, 1e300, step: 1, .f64) }
    #expect(throws: TensorError.self) { try Tensor.range(0, 1e15, step: 1, .f64) }
  }

  @Test("equally spaced numbers include both ends")
  func spaced() throws {
    #expect(try Tensor.spaced(0, 1, count: 5, .f64).array == [0, 0.25, 0.5, 0.75, 1])
    #expect(try Tensor.spaced(3, -3, count: 3, .f32).array == [3, 0, -3])
    #expect(try Tensor.spaced(2, 9, count: 1, .f64).array == [2])
    #expect(try Tensor.spaced(2, 9, count: 0, .f64).array == [])
    #expect(try Tensor.spaced(0, 0.1, count: 7, .f64).array.last == 0.1)
    #expect(throws: TensorError.negativeLength(-1, axis: 0)) {
      try Tensor.spaced(0, 1, count: -1, .f64)
    }
  }
}
