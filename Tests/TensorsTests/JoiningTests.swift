import Kernels
import Testing

@testable import Tensors

@Suite struct JoiningTests {
  @Test("padding of every small amount on each side", arguments: 0...2, 0...2)
  func pads(_ before: Int, _ after: Int) throws {
    for layout in try Tensor.counting([2, 3], .f32, from: 1).layouts {
      let result = try layout.padded(before: [before, 1], after: [0, after], with: -7)
      let expected = PlainTensor([2 + before, 4 + after]) { index in
        let (row, column) = (index[0] - before, index[1] - 1)
        return row >= 0 && (0..<3).contains(column) ? Double(row * 3 + column + 1) : -7
      }
      #expect(result.shape.lengths == expected.lengths)
      #expect(result.array == expected.array)
      #expect(result.elementType == .f32)
    }
  }

  @Test("paddings that cannot be are refused")
  func badPads() throws {
    let tensor = try Tensor.counting([2, 3])
    #expect(throws: TensorError.negativeLength(-1, axis: 1)) {
      try tensor.padded(before: [0, 0], after: [0, -1])
    }
    #expect(throws: TensorError.numberPerDimension(count: 1, tensor.shape)) {
      try tensor.padded(before: [0], after: [0, 1])
    }
    #expect(throws: TensorError.shapeOverflows([2, .max, 0])) {
      try tensor.padded(before: [.max, 0], after: [0, 0])
    }
  }

  @Test("dilation puts zeros between neighbours")
  func dilates() throws {
    let tensor = try Tensor.counting([2, 2], from: 1)
    #expect(try tensor.dilated([2, 3]).array == [1, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 4])
    #expect(try tensor.dilated([1, 1]).array == tensor.array)
    #expect(try Tensor.counting([0, 2]).dilated([5, 2]).shape.lengths == [0, 3])
    #expect(try Tensor.counting([1, 1]).dilated([.max, .max]).array == [0])
    #expect(throws: TensorError.sliceStep(0, axis: 1)) { try tensor.dilated([1, 0]) }
    #expect(throws: TensorError.numberPerDimension(count: 3, tensor.shape)) {
      try tensor.dilated([1, 1, 1])
    }
    #expect(throws: TensorError.self) { try Tensor.counting([3]).dilated([.max]) }
  }

  @Test("parts of every length along every axis, and what slices give back", arguments: -3...2)
  func concatenates(_ axis: Int) throws {
    let place = axis < 0 ? axis + 3 : axis
    let parts = try [0, 1, 3, 2].map { length in
      var lengths = [2, 3, 2]
      lengths[place] = length
      return try Tensor.counting(lengths, .f32, from: Double(100 * length))
    }
    let whole = try Tensor.concatenated(parts, axis: axis)
    var start = 0
    for part in parts {
      var items = [SliceItem.all, .all, .all]
      items[place] = .range(start, start + part.shape[place], step: 1)
      #expect(try whole.sliced(items).array == part.array)
      start += part.shape[place]
    }
    #expect(whole.shape[place] == 6)
  }

  @Test("parts of both types make f64; parts that do not fit are refused")
  func badParts() throws {
    let (a, b) = try (Tensor.counting([2, 3], .f32), Tensor.counting([1, 3], .f64))
    #expect(try Tensor.concatenated([a, b], axis: 0).elementType == .f64)
    #expect(throws: TensorError.concatenate(a.shape, b.shape, axis: 1)) {
      try Tensor.concatenated([a, b], axis: 1)
    }
    #expect(throws: TensorError.concatenateNothing) { try Tensor.concatenated([], axis: 0) }
    #expect(throws: TensorError.axis(2, rank: 2)) { try Tensor.concatenated([a, b], axis: 2) }
    #expect(throws: TensorError.axis(0, rank: 0)) {
      try Tensor.concatenated([Tensor(1), Tensor(2)], axis: 0)
    }
    let long = try Tensor(Shape([Int.max / 8, 0]), .f32)
    #expect(throws: TensorError.self) {
      try Tensor.concatenated(Array(repeating: long, count: 9), axis: 0)
    }
  }

  @Test("slices gathered in any order, some twice")
  func gathers() throws {
    for layout in try Tensor.counting([3, 2]).layouts {
      #expect(try layout.gathered([2, 0, 2, -3]).array == [4, 5, 0, 1, 4, 5, 0, 1])
    }
    #expect(try Tensor.counting([3]).gathered([1, 1]).array == [1, 1])
    #expect(try Tensor.counting([3]).gathered([]).shape.lengths == [0])
    #expect(throws: TensorError.index(3, axis: 0, length: 3)) {
      try Tensor.counting([3]).gathered([3])
    }
    #expect(throws: TensorError.axis(0, rank: 0)) { try Tensor(1).gathered([0]) }
  }

  @Test("a part replaced leaves the original as it was")
  func replaces() throws {
    let tensor = try Tensor.counting([2, 3], .f32)
    let changed = try tensor.replacing([.at(1), .range(1, nil, step: 1)], with: Tensor(9))
    #expect(changed.array == [0, 1, 2, 3, 9, 9])
    #expect(changed.elementType == .f32)
    #expect(
      try tensor.replacing([.all, .at(-1)], with: Tensor(vector: [7, 8])).array == [
        0, 1, 7, 3, 4, 8,
      ])
    #expect(tensor.array == [0, 1, 2, 3, 4, 5])
    #expect(throws: TensorError.self) {
      try tensor.replacing([.at(0)], with: Tensor(vector: [1, 2]))
    }
    #expect(throws: TensorError.tooManyIndices(3, tensor.shape)) {
      try tensor.replacing([.all, .all, .all], with: Tensor(1))
    }
  }
}
