import Kernels
import Testing

@testable import Tensors

@Suite struct AxisReductionTests {
  static func plain(_ kind: ReductionKind, _ cells: [Double]) -> Double {
    switch kind {
    case .sum: return cells.reduce(0, +)
    case .max, .min, .argmax:
      var best = 0
      for place in cells.indices {
        let (cell, old) = (cells[place], cells[best])
        let beats = kind == .min ? cell < old : cell > old
        if beats || (cell.isNaN && !old.isNaN) { best = place }
      }
      return kind == .argmax ? Double(best) : cells[best]
    }
  }

  static func reduced(
    _ kind: ReductionKind, _ plain: PlainTensor, _ axes: [Int], keepsAxes: Bool
  ) -> PlainTensor {
    let rank = plain.lengths.count
    let kept = (0..<rank).filter { !axes.contains($0) }
    let inner = axes.sorted()
    func cell(_ outer: [Int]) -> Double {
      Self.plain(
        kind,
        PlainTensor.indices(inner.map { plain.lengths[$0] }).map { index in
          var place = Array(repeating: 0, count: rank)
          for (number, axis) in kept.enumerated() { place[axis] = outer[number] }
          for (number, axis) in inner.enumerated() { place[axis] = index[number] }
          return plain[place]
        })
    }
    if keepsAxes {
      return PlainTensor((0..<rank).map { axes.contains($0) ? 1 : plain.lengths[$0] }) { index in
        cell(kept.map { index[$0] })
      }
    }
    return PlainTensor(kept.map { plain.lengths[$0] }, cell)
  }

  /// Ties, both zeros, and a NaN in some.
  static func tensor(_ lengths: [Int], _ type: ElementType, hasNaN: Bool) throws -> Tensor {
    var place = 0
    return try Tensor(Shape(lengths), type) {
      place += 1
      if hasNaN, place % 7 == 4 { return .nan }
      return [3, -1, 0, -0.0, 3, 2, -1, 5, 5][place * 5 % 9]
    }
  }

  @Test(
    "every choice of axes of small tensors, of every layout",
    arguments: lists(of: [1, 2, 3], upTo: 3) + [[2, 1, 3, 2]], [false, true])
  func every(_ lengths: [Int], _ hasNaN: Bool) throws {
    for type in [ElementType.f32, .f64] {
      let tensor = try Self.tensor(lengths, type, hasNaN: hasNaN)
      let plain = PlainTensor(tensor)
      for axes in choices(of: Array(lengths.indices)) {
        for kind in ReductionKind.allCases {
          for keepsAxes in [false, true] {
            let expected = Self.reduced(kind, plain, axes, keepsAxes: keepsAxes)
            for layout in try tensor.layouts {
              let result = try layout.reduced(kind, axes: axes, keepsAxes: keepsAxes)
              #expect(result.shape.lengths == expected.lengths)
              #expect(result.elementType == (kind == .argmax ? .f64 : type))
              #expect(same(result.array, expected.array), "\(kind) \(lengths) \(axes)")
            }
          }
        }
      }
    }
  }

  @Test("no axes named means all, and negative ones count from the back")
  func all() throws {
    let tensor = try Tensor.counting([2, 3])
    #expect(try tensor.reduced(.sum).number == 15)
    #expect(try tensor.reduced(.sum, axes: [-1]).array == [3, 12])
    #expect(try tensor.reduced(.sum, axes: [-2]).array == [3, 5, 7])
    #expect(try tensor.reduced(.argmax).number == 5)
    #expect(try Tensor(4).reduced(.max).number == 4)
  }

  @Test("no cells sum to zero and have no extreme")
  func empty() throws {
    let tensor = try Tensor.counting([0, 3])
    #expect(try tensor.reduced(.sum).number == 0)
    #expect(try tensor.reduced(.sum, axes: [0]).array == [0, 0, 0])
    #expect(try tensor.reduced(.max, axes: [1]).array == [])
    #expect(throws: TensorError.emptyReduction(.max, tensor.shape, axis: 0)) {
      try tensor.reduced(.max, axes: [0])
    }
    #expect(throws: TensorError.emptyReduction(.argmax, tensor.shape, axis: 0)) {
      try tensor.reduced(.argmax)
    }
  }

  @Test("means, NaN where there are no cells")
  func means() throws {
    let tensor = try Tensor.counting([2, 3], .f32)
    #expect(try tensor.mean().number == 2.5)
    #expect(try tensor.mean(axes: [0]).array == [1.5, 2.5, 3.5])
    #expect(try tensor.mean(axes: [1], keepsAxes: true).shape.lengths == [2, 1])
    #expect(tensor.elementType == .f32)
    #expect(try Tensor.counting([0]).mean().number.isNaN)
    #expect(try Tensor.counting([0, 2]).mean(axes: [1]).array == [])
    #expect(try same(Tensor.counting([0, 2]).mean(axes: [0]).array, [.nan, .nan]))
  }

  @Test("axes that are not there or come twice are refused")
  func badAxes() throws {
    let tensor = try Tensor.counting([2, 3])
    #expect(throws: TensorError.axis(2, rank: 2)) { try tensor.reduced(.sum, axes: [2]) }
    #expect(throws: TensorError.axis(-3, rank: 2)) { try tensor.mean(axes: [-3]) }
    #expect(throws: TensorError.repeatedAxis(-1)) { try tensor.reduced(.sum, axes: [1, -1]) }
    #expect(throws: TensorError.axis(0, rank: 0)) { try Tensor(1).reduced(.sum, axes: [0]) }
  }
}
