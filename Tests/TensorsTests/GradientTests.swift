import Kernels
import Tensors
import Testing

/// What gradients are made of: each transpose against the map it is the transpose of.
@Suite struct GradientTests {
  @Test("the slopes of functions", arguments: ElementType.allCases)
  func slopes(_ type: ElementType) throws {
    let x = try Tensor([-2.0, 0, 3], Shape([3])).converted(to: type)
    let u = try Tensor([5.0, 7, 11], Shape([3])).converted(to: type)
    func slope(_ function: SlopeFunction) throws -> [Double] {
      let result = try Tensor.combine(function, x, u)
      #expect(result.elementType == type)
      return result.array
    }
    #expect(try slope(.relu) == [0, 0, 11])
    #expect(try slope(.abs) == [-5, 0, 11])
    #expect(try slope(.tanh) == [-15, 7, -88])
    #expect(try slope(.sigmoid) == [-30, 0, -66])
    #expect(try slope(.sqrt) == [-1.25, .infinity, 11.0 / 6].map { Self.rounded($0, type) })
    #expect(try slope(.powerInBase) == [80, 0, 649_539])
  }

  @Test("a power's slope in its exponent is 0 at 0, unless the power is infinite there")
  func exponents() throws {
    let a = try Tensor([1.0, 0, 0], Shape([3]))
    let y = try Tensor([1.0, 0, .infinity], Shape([3]))
    #expect(try Tensor.combine(.powerInExponent, a, y).array == [0, 0, -.infinity])
  }

  @Test("embedding is the transpose of slicing")
  func embedding() throws {
    let x = try Tensor.counting([3, 4], from: 1)
    let items: [SliceItem] = [.range(0, 3, step: 2), .at(-1)]
    let slice = try x.sliced(items)
    let embedded = try slice.embedded(items, in: x.shape)
    #expect(embedded.array == [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 12])
    #expect(throws: TensorError.shapesDiffer(slice.shape, x.shape)) {
      try x.embedded(items, in: x.shape)
    }
  }

  @Test("a slice's places lead there and back")
  func places() throws {
    let source = try Shape([2, 7, 3])
    let places = try SlicePlaces(of: source, [.at(1), .range(1, 6, step: 2)])
    #expect(places.shape == (try Shape([3, 3])))
    var found = 0
    for place in 0..<source.count {
      let index = source.index(at: place)
      guard let kept = places.index(of: index) else { continue }
      #expect(places.source(of: kept) == index)
      found += 1
    }
    #expect(found == places.shape.count)
    #expect(throws: TensorError.tooManyIndices(4, source)) {
      try SlicePlaces(of: source, [.all, .all, .all, .all])
    }
  }

  @Test("scattering adds slices up where they were gathered from")
  func scattering() throws {
    let x = try Tensor.counting([3, 2], from: 1)
    #expect(try x.scattered([1, 1, 0], count: 4).array == [5, 6, 4, 6, 0, 0, 0, 0])
    #expect(throws: TensorError.index(4, axis: 0, length: 4)) {
      try x.scattered([0, 4, 1], count: 4)
    }
    #expect(throws: TensorError.cellCount(2, x.shape)) { try x.scattered([0, 1], count: 4) }
    #expect(throws: TensorError.axis(0, rank: 0)) { try Tensor(1).scattered([], count: 1) }
  }

  @Test("the first of equal cells is the extreme one, and a NaN is more extreme")
  func extremes() throws {
    let x = try Tensor([3.0, 3, 1, 1, .nan, 9], Shape([2, 3]))
    let u = try Tensor([5.0, 7], Shape([2]))
    #expect(
      try x.placingAtExtremes(u, largest: true, axes: [1]).array == [5, 0, 0, 0, 7, 0])
    #expect(
      try x.placingAtExtremes(u, largest: false, axes: [-1]).array == [0, 0, 5, 0, 7, 0])
    #expect(throws: TensorError.shapesDiffer(.scalar, u.shape)) {
      try x.placingAtExtremes(u, largest: true, axes: nil)
    }
  }

  @Test("resizing back is the transpose of resizing", arguments: Interpolation.allCases)
  func resizing(_ interpolation: Interpolation) throws {
    let x = try Tensor.counting([2, 3, 4], from: 1)
    let u = try Tensor.counting([2, 5, 2], from: 1).flipped([1])
    let y = try x.resized(rows: 5, columns: 2, interpolation)
    let back = try u.resizedBack(rows: 3, columns: 4, interpolation)
    #expect(back.shape == x.shape)
    let (left, right) = (Self.dot(y, u), Self.dot(x, back))
    #expect(abs(left - right) < 1e-9 * abs(left))
  }

  @Test("a diagonal is laid where einsum takes it from")
  func diagonals() throws {
    let x = try Tensor.counting([2, 3], from: 1)
    let laid = try x.onDiagonal([1, 0, 1])
    #expect(laid.shape == (try Shape([3, 2, 3])))
    #expect(try Tensor.einsum(EinsumFormula("iji->ji"), [laid]).array == x.array)
    #expect(laid.array.reduce(0, +) == 21)
    #expect(throws: TensorError.axis(2, rank: 2)) { try x.onDiagonal([2]) }
  }

  @Test("cross entropy is finite for scores whose exponentials are not")
  func crossEntropy() throws {
    let scores = try Tensor([1000.0, 0, -1000, 0, 0, 0], Shape([2, 3]))
    let classes = try Tensor([1.0, 2], Shape([2]))
    let rows = try Tensor([0.0, 1, 0, 0, 0, 1], Shape([2, 3]))
    let loss = try scores.crossEntropy(classes).number
    #expect(abs(loss - 500.549_306_144_334_05) < 1e-9)
    #expect(try scores.crossEntropy(rows).number == loss)
  }

  @Test("labels must fit the scores")
  func labels() throws {
    let scores = try Tensor.counting([2, 3], from: 1)
    #expect(throws: TensorError.firstLength(scores.shape, try Shape([3]))) {
      try scores.crossEntropy(Tensor.counting([3], from: 1))
    }
    #expect(throws: TensorError.shapesDiffer(scores.shape, try Shape([2, 4]))) {
      try scores.crossEntropy(Tensor.counting([2, 4], from: 1))
    }
    #expect(throws: TensorError.outOfRange(3, what: "label", least: 0, most: 2)) {
      try scores.crossEntropy(Tensor([0.0, 3], Shape([2])))
    }
    #expect(throws: TensorError.rank(try Shape([2]), what: "scores", allowed: [2])) {
      try Tensor.counting([2], from: 1).crossEntropy(Tensor.counting([2], from: 1))
    }
  }

  @Test("squared errors are broadcast, and summed or averaged")
  func squaredErrors() throws {
    let (a, b) = try (Tensor.counting([2, 2], from: 1), Tensor(1))
    #expect(try Tensor.squaredError(a, b, takesMean: false).number == 14)
    #expect(try Tensor.squaredError(a, b, takesMean: true).number == 3.5)
  }

  private static func dot(_ a: Tensor, _ b: Tensor) -> Double {
    zip(a.array, b.array).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func rounded(_ number: Double, _ type: ElementType) -> Double {
    type == .f32 ? Double(Float(number)) : number
  }
}
