import Kernels
import Testing

@testable import Tensors

@Suite struct ViewTests {
  @Test("every order of four axes puts each cell where it says")
  func permutations() throws {
    let tensor = try Tensor.counting([2, 3, 1, 4])
    let plain = PlainTensor(tensor)
    for axes in choices(of: [0, 1, 2, 3]) where axes.count == 4 {
      let expected = PlainTensor(axes.map { tensor.shape[$0] }) { index in
        var source = [0, 0, 0, 0]
        for (place, axis) in axes.enumerated() { source[axis] = index[place] }
        return plain[source]
      }
      for layout in try tensor.layouts {
        #expect(try layout.permuted(axes).shape.lengths == expected.lengths)
        #expect(try layout.permuted(axes).array == expected.array)
      }
    }
  }

  @Test(
    "axes that are no rearrangement are refused",
    arguments: [[0], [0, 0], [0, 2], [-1, 0], [0, 1, 2]])
  func badPermutation(_ axes: [Int]) throws {
    let tensor = try Tensor.counting([2, 3])
    #expect(throws: TensorError.permutation(axes, rank: 2)) { try tensor.permuted(axes) }
  }

  @Test("the transpose swaps the last two dimensions")
  func transposes() throws {
    #expect(
      try Tensor.counting([2, 2, 3]).transposed().array == [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11])
    #expect(try Tensor.counting([3]).transposed().array == [0, 1, 2])
  }

  @Test("flips of every choice of axes, twice the same is none")
  func flips() throws {
    let tensor = try Tensor.counting([2, 3, 2])
    let plain = PlainTensor(tensor)
    for axes in choices(of: [0, 1, 2]) {
      let expected = PlainTensor([2, 3, 2]) { index in
        plain[(0..<3).map { axes.contains($0) ? [2, 3, 2][$0] - 1 - index[$0] : index[$0] }]
      }
      #expect(try tensor.flipped(axes).array == expected.array)
      #expect(try tensor.flipped(axes.map { $0 - 3 }).array == expected.array)
      #expect(try tensor.flipped(axes).flipped(axes).array == tensor.array)
    }
    #expect(throws: TensorError.axis(3, rank: 3)) { try tensor.flipped([3]) }
    #expect(throws: TensorError.axis(-4, rank: 3)) { try tensor.flipped([-4]) }
    #expect(throws: TensorError.repeatedAxis(-1)) { try tensor.flipped([2, -1]) }
    #expect(try Tensor.counting([0, 2]).flipped([0, 1]).array == [])
  }

  @Test("every range of five cells, from the front and from the back, by every step")
  func ranges() throws {
    let tensor = try Tensor.counting([5])
    for lower in -6...6 {
      for upper in -6...6 {
        let from = lower < 0 ? lower + 5 : lower
        let to = upper < 0 ? upper + 5 : upper
        for step in [1, 2, 3, 7, Int.max] {
          let items = [SliceItem.range(lower, upper, step: step)]
          if from >= 0, to <= 5, from <= to {
            let expected = (from..<to).filter { ($0 - from) % step == 0 }.map(Double.init)
            #expect(try tensor.sliced(items).array == expected)
          } else {
            #expect(throws: TensorError.sliceBounds(lower, upper, axis: 0, length: 5)) {
              try tensor.sliced(items)
            }
          }
        }
      }
    }
  }

  @Test("one index drops the dimension, wherever it is counted from")
  func indices() throws {
    let tensor = try Tensor.counting([2, 3])
    for index in -5...5 {
      let place = index < 0 ? index + 3 : index
      if (0..<3).contains(place) {
        let column = try tensor.sliced([.all, .at(index)])
        #expect(column.shape.lengths == [2])
        #expect(column.array == [Double(place), Double(place + 3)])
      } else {
        #expect(throws: TensorError.index(index, axis: 1, length: 3)) {
          try tensor.sliced([.all, .at(index)])
        }
      }
    }
    #expect(throws: TensorError.index(.min, axis: 0, length: 2)) { try tensor.sliced([.at(.min)]) }
    #expect(throws: TensorError.index(.max, axis: 0, length: 2)) { try tensor.sliced([.at(.max)]) }
  }

  @Test("dimensions without an item are whole, too many items are refused")
  func partial() throws {
    let tensor = try Tensor.counting([2, 3, 2])
    #expect(try tensor.sliced([]).array == tensor.array)
    #expect(try tensor.sliced([.at(1)]).array == [6, 7, 8, 9, 10, 11])
    #expect(try tensor.sliced([.at(1), .at(-1), .at(0)]).array == [10])
    #expect(throws: TensorError.tooManyIndices(4, tensor.shape)) {
      try tensor.sliced([.all, .all, .all, .all])
    }
    #expect(throws: TensorError.tooManyIndices(1, .scalar)) { try Tensor(1).sliced([.all]) }
  }

  @Test("steps must be positive", arguments: [0, -1, Int.min])
  func badStep(_ step: Int) throws {
    let tensor = try Tensor.counting([4])
    #expect(throws: TensorError.sliceStep(step, axis: 0)) {
      try tensor.sliced([.range(nil, nil, step: step)])
    }
  }

  @Test("slices of slices of layouts")
  func nested() throws {
    for layout in try Tensor.counting([6, 5]).layouts {
      let inner = try layout.sliced([.range(1, 6, step: 2), .range(nil, -1, step: 3)])
      #expect(inner.array == [5, 8, 15, 18, 25, 28])
      #expect(try inner.sliced([.at(-1), .range(1, nil, step: 1)]).array == [28])
    }
  }

  @Test("a reshape keeps row-major order, of views too, and works out -1")
  func reshapes() throws {
    for layout in try Tensor.counting([2, 6]).layouts {
      for lengths in [
        [12], [3, 4], [-1], [3, -1], [-1, 4], [2, 1, 6], [1, 12, 1, 1], [2, -1, 2],
      ] {
        let result = try layout.reshaped(lengths)
        #expect(result.array == (0..<12).map(Double.init))
        #expect(result.shape.count == 12)
      }
    }
    #expect(try Tensor.counting([2, 6]).reshaped([3, -1]).shape.lengths == [3, 4])
    #expect(try Tensor(7).reshaped([1, 1]).array == [7])
    #expect(try Tensor.counting([1]).reshaped([]).shape == .scalar)
    #expect(try Tensor.counting([0, 3]).reshaped([-1, 5]).shape.lengths == [0, 5])
  }

  @Test("reshapes that do not fit are refused")
  func badReshapes() throws {
    let tensor = try Tensor.counting([2, 6])
    #expect(throws: TensorError.reshape(tensor.shape, [5])) { try tensor.reshaped([5]) }
    #expect(throws: TensorError.reshape(tensor.shape, [5, -1])) { try tensor.reshaped([5, -1]) }
    #expect(throws: TensorError.reshape(tensor.shape, [0, -1])) { try tensor.reshaped([0, -1]) }
    #expect(throws: TensorError.openLengths([-1, -1])) { try tensor.reshaped([-1, -1]) }
    #expect(throws: TensorError.openLengths([-2, 6])) { try tensor.reshaped([-2, 6]) }
    #expect(throws: TensorError.tooManyDimensions(9)) {
      try tensor.reshaped(Array(repeating: 1, count: 9))
    }
  }

  @Test("broadcasting repeats cells to every larger shape, and refuses others")
  func broadcasts() throws {
    for lengths in lists(of: [1, 2, 3], upTo: 2) {
      let tensor = try Tensor.counting(lengths)
      let plain = PlainTensor(tensor)
      for target in lists(of: [0, 1, 2, 3], upTo: 3) {
        let shift = target.count - lengths.count
        let fits =
          shift >= 0
          && lengths.indices.allSatisfy { lengths[$0] == 1 || lengths[$0] == target[$0 + shift] }
        let shape = try Shape(target)
        guard fits else {
          #expect(throws: TensorError.self) { try tensor.broadcast(to: shape) }
          continue
        }
        let expected = PlainTensor(target) { plain[PlainTensor.source(of: $0, in: lengths)] }
        #expect(try tensor.broadcast(to: shape).array == expected.array)
      }
    }
  }

  @Test("a view shares cells, a copy shares none; contiguous views are not copied")
  func sharing() throws {
    let tensor = try Tensor.counting([4, 3])
    #expect(try tensor.sliced([.range(1, 3, step: 1)]).contiguous().storage === tensor.storage)
    #expect(try tensor.reshaped([12]).storage === tensor.storage)
    #expect(try tensor.transposed().storage === tensor.storage)
    #expect(try tensor.transposed().contiguous().storage !== tensor.storage)
    #expect(try tensor.copied(to: .f64).storage !== tensor.storage)
    #expect(try tensor.converted(to: .f64).storage === tensor.storage)
  }
}
