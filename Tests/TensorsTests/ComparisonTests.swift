import Kernels
import Testing

@testable import Tensors

/// A value whose cells are computed when read.
private struct LazyValue: CellSource {
  let tensor: Tensor
  var shape: Shape { tensor.shape }
  var elementType: ElementType { tensor.elementType }
  var isLazy: Bool { true }
  var matrixOperand: MatrixOperand? { nil }
  func cell(_ index: CellIndex) -> Double { tensor.cell(index) }
  func materialized() throws(TensorError) -> Tensor { throw .interrupted }
}

@Suite struct ComparisonTests {
  @Test("the first cells that differ, of tensors, layouts and lazy values")
  func first() throws {
    let right = try Tensor.counting([2, 3])
    let left = try right.replacing([.at(1), .at(0)], with: Tensor(7))
    for layout in try left.layouts {
      for sources in [
        (layout, right), (LazyValue(tensor: layout), right), (layout, LazyValue(tensor: right)),
      ] as [(any CellSource, any CellSource)] {
        let difference = try sources.0.firstDifference(from: sources.1)
        #expect(difference == CellDifference(index: [1, 0], left: 7, right: 3))
        #expect(difference?.difference == 4)
        #expect(try sources.1.firstDifference(from: right) == nil)
      }
    }
  }

  @Test("a number stands for every cell, on either side")
  func numbers() throws {
    let ones = try Tensor(Shape([2, 2]), .f32, filledWith: 1)
    #expect(try ones.firstDifference(from: Tensor(1)) == nil)
    #expect(try Tensor(1).firstDifference(from: LazyValue(tensor: ones)) == nil)
    let changed = try ones.replacing([.at(0), .at(1)], with: Tensor(2))
    #expect(try changed.firstDifference(from: Tensor(1))?.index == [0, 1])
    #expect(try Tensor(1).firstDifference(from: changed)?.left == 1)
    #expect(try Tensor(1).firstDifference(from: Tensor(2))?.index == [])
  }

  @Test("shapes that differ are refused, be they broadcastable or not")
  func shapes() throws {
    let (a, b) = try (Tensor.counting([2, 3]), Tensor.counting([1, 3]))
    #expect(throws: TensorError.shapesDiffer(a.shape, b.shape)) { try a.firstDifference(from: b) }
    #expect(try Tensor.counting([0, 3]).firstDifference(from: Tensor.counting([0, 3])) == nil)
  }

  @Test(
    "what is close: tolerance · (1 + |right|), and every number to itself",
    arguments: [
      (0.0, 1e-3, true), (0, 1.1e-3, false), (100, 100.1, true), (100, 100.2, false),
      (-0.0, 0, true), (.infinity, .infinity, true), (.infinity, -.infinity, false),
      (.infinity, 1e308, false), (1, .infinity, false), (.nan, .nan, true), (.nan, 1, false),
      (1, .nan, false), (1e308, -1e308, false),
    ])
  func close(_ left: Double, _ right: Double, _ isClose: Bool) throws {
    #expect(CellRelation.close(1e-3).holds(left, right) == isClose)
    #expect(CellRelation.equal.holds(left, right) == (left == right || left.isNaN && right.isNaN))
    let (a, b) = try (Tensor(vector: [left]), Tensor(vector: [right]))
    #expect(try (a.firstDifference(from: b, tolerance: 1e-3) == nil) == isClose)
  }

  @Test("nothing is near an infinity by a tolerance that is one")
  func infiniteTolerance() {
    #expect(CellRelation.close(.infinity).holds(0, 5))
    #expect(!CellRelation.close(.infinity).holds(.infinity, 5))
  }

  @Test("order: the first cells for which it does not hold")
  func order() throws {
    let (a, b) = try (Tensor(vector: [1, 2, 3, .nan]), Tensor(vector: [2, 2, 2, 2]))
    for (relation, place) in [
      (CellRelation.less, 1), (.lessOrEqual, 2), (.greater, 0), (.greaterOrEqual, 0),
    ] {
      #expect(try a.firstFailure(of: relation, with: b)?.index == [place])
    }
    #expect(try a.sliced([.at(3)]).firstFailure(of: .lessOrEqual, with: Tensor(1)) != nil)
  }

  @Test("the tolerance unless told is finer in f64")
  func defaults() {
    #expect(CellRelation.close(.f64, .f64) == .close(1e-9))
    #expect(CellRelation.close(.f32, .f64) == .close(1e-5))
    #expect(CellRelation.close(.f64, .f32) == .close(1e-5))
  }

  @Test("types may differ, and cells far into a large tensor are found")
  func large() throws {
    var left = try Tensor(Shape([3, 70_000]), .f32)
    let right = try Tensor(Shape([3, 70_000]), .f64)
    #expect(try left.firstDifference(from: right) == nil)
    try left.set([2, 69_999], to: 1)
    #expect(try left.firstDifference(from: right)?.index == [2, 69_999])
  }
}
