import Foundation
import Kernels
import Testing

@testable import Tensors

@Suite struct ClassificationTests {
  @Test("softmax by its definition along every axis", arguments: -3...2)
  func softmax(_ axis: Int) throws {
    let tensor = try Tensor.counting([2, 3, 4], from: -5)
    let powers = try tensor.map(.exp)
    let expected = try Tensor.combine(
      .divide, powers, powers.reduced(.sum, axes: [axis], keepsAxes: true))
    #expect(try same(tensor.softmax(axis: axis).array, expected.array, within: 1e-15))
  }

  @Test("huge scores do not overflow, equal ones share")
  func stable() throws {
    #expect(try Tensor(vector: [1000, 1000]).softmax().array == [0.5, 0.5])
    #expect(try Tensor(vector: [-1000, 1e308]).softmax().array == [0, 1])
    #expect(try same(Tensor(vector: [.nan, 1]).softmax().array, [.nan, .nan]))
    #expect(try Tensor.counting([3], .f32).softmax().elementType == .f32)
    #expect(throws: TensorError.axis(-1, rank: 0)) { try Tensor(1).softmax() }
  }

  @Test("the logistic of far numbers is 0 and 1, and near 0 keeps its digits")
  func sigmoid() throws {
    let x = [-800.0, -740, -40, 0, 40, 800, -.infinity, .infinity]
    let expected = x.map { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }
    #expect(try same(Tensor(vector: x).map(.sigmoid).array.dropLast(2), expected.dropLast(2)))
    #expect(try Tensor(vector: x).map(.sigmoid).array.suffix(2) == [0, 1])
    #expect(try Tensor(vector: [-740]).map(.sigmoid).number > 0)
    #expect(try Tensor(vector: [.nan]).map(.sigmoid).number.isNaN)
  }

  @Test("rows whose largest score is the label's, labels as numbers and as rows")
  func accuracy() throws {
    let scores = try Tensor([0.1, 0.9, 0, 0.5, 0.5, 0, 0, 0, 1, 1, 0, 0], Shape([4, 3]))
    let labels = try Tensor(vector: [1, 1, 2, 0])
    #expect(try scores.accuracy(labels) == 0.75)
    #expect(try scores.accuracy(labels.oneHot(3)) == 0.75)
    #expect(try Tensor.counting([0, 3]).accuracy(.counting([0])).isNaN)
  }

  @Test("labels that do not fit are refused")
  func badLabels() throws {
    let scores = try Tensor.counting([2, 3])
    #expect(throws: TensorError.notWhole(0.5)) { try scores.accuracy(Tensor(vector: [0, 0.5])) }
    #expect(throws: TensorError.outOfRange(3, what: "label", least: 0, most: 2)) {
      try scores.accuracy(Tensor(vector: [0, 3]))
    }
    #expect(throws: TensorError.firstLength(scores.shape, try Shape([3]))) {
      try scores.accuracy(.counting([3]))
    }
    #expect(throws: TensorError.shapesDiffer(scores.shape, try Shape([2, 2]))) {
      try scores.accuracy(.counting([2, 2]))
    }
    #expect(throws: TensorError.self) { try scores.accuracy(Tensor(1)) }
    #expect(throws: TensorError.self) { try Tensor.counting([3]).accuracy(.counting([3])) }
  }

  @Test("one-hot rows of labels of any shape")
  func oneHot() throws {
    let labels = try Tensor([2, 0], Shape([2, 1])).flipped([0])
    #expect(try labels.oneHot(3).shape.lengths == [2, 1, 3])
    #expect(try labels.oneHot(3).array == [1, 0, 0, 0, 0, 1])
    #expect(try Tensor(1).oneHot(2).array == [0, 1])
    for label in [-1, 3, 1e300, .infinity] {
      #expect(throws: TensorError.outOfRange(label, what: "label", least: 0, most: 2)) {
        try Tensor(label).oneHot(3)
      }
    }
    #expect(throws: TensorError.notWhole(1.5)) { try Tensor(1.5).oneHot(3) }
    #expect(throws: TensorError.self) { try Tensor(.nan).oneHot(3) }
    #expect(throws: TensorError.negativeLength(-3, axis: 0)) { try Tensor(1).oneHot(-3) }
  }
}
