import Kernels
import Tensors
import Testing

@testable import Provenance

@Suite struct RoutineTests {
  private func random(_ lengths: [Int], _ seed: UInt64) throws -> Tensor {
    var random = RandomSource(seed: seed)
    return try .normal(Shape(lengths), .f64, using: &random)
  }

  @Test(arguments: UnaryFunction.allCases)
  func `a function may overwrite what it is of, and the slopes stay what they were`(
    _ function: UnaryFunction
  ) throws {
    let inputs = try [Node(random([3, 8], 1)), Node(random([3, 8], 2))]
    func loss(_ x: Node, _ w: Node) throws -> (h: Node, loss: Node, gradients: [Node]) {
      let product = try x.applying(.multiply, w)
      let h = try product.applying(.abs).applying(.add, x.number(0.5)).applying(function)
      let loss = try Node(ReduceOperation(.sum, axes: nil), [h.applying(.relu)])
      let backward = try Backward(from: loss)
      return (h, loss, try [backward.gradient(of: x), backward.gradient(of: w)])
    }
    let first = try loss(inputs[0], inputs[1])
    let routine = try #require(
      try Routine(of: [first.loss] + first.gradients, from: inputs))
    for seed in 3..<6 as Range<UInt64> {
      let others = try [random([3, 8], seed), random([3, 8], seed * 10)]
      for (input, other) in zip(inputs, others) { try routine.cells(of: input)?.write(other) }
      try routine.compute()
      let expected = try loss(Node(others[0]), Node(others[1]))
      let pairs = zip([first.loss] + first.gradients, [expected.loss] + expected.gradients)
      for (node, other) in pairs {
        #expect(routine.cells(of: node)?.array == (try other.tensor().array))
      }
    }
  }

  @Test func `a value that is wanted is not overwritten`() throws {
    let x = Node(try random([5], 1))
    let h = try x.applying(.multiply, x)
    let y = try h.applying(.negate)
    let routine = try #require(try Routine(of: [h, y], from: [x]))
    try routine.cells(of: x)?.write(Tensor([1.0, 2, 3, 4, 5], Shape([5])))
    try routine.compute()
    #expect(routine.cells(of: h)?.array == [1, 4, 9, 16, 25])
    #expect(routine.cells(of: y)?.array == [-1, -4, -9, -16, -25])
  }

  @Test func `views follow the blocks they are of`() throws {
    let x = Node(try random([2, 3], 1))
    let h = try x.applying(.exp)
    let turned = try Node(PermuteOperation(nil), [h])
    let part = try Node(SliceOperation([.at(1)]), [turned])
    let y = try part.applying(.log)
    let routine = try #require(try Routine(of: [y], from: [x]))
    try routine.cells(of: x)?.write(Tensor([1.0, 2, 3, 4, 5, 6], Shape([2, 3])))
    try routine.compute()
    #expect(routine.cells(of: y)?.array == [2, 5])
  }

  @Test func `a leaf that is no input cannot be known again`() throws {
    let (x, other) = (Node(try random([3], 1)), Node(try random([3], 2)))
    #expect(try Routine(of: [x.applying(.add, other)], from: [x]) == nil)
    #expect(try Routine(of: [x.applying(.add, other)], from: [x, other]) != nil)
  }
}
