import Kernels
import Testing

@testable import Tensors

@Suite struct MemoryBudgetTests {
  @Test("a result past the budget is refused with both numbers, one within is made")
  func budget() throws {
    let shape = try Shape([10, 10])
    try MemoryBudget.$taskLimit.withValue(400) { () throws in
      #expect(MemoryBudget.limit == 400)
      #expect(try Tensor(shape, .f32).shape == shape)
      #expect(throws: TensorError.overBudget(shape, .f64, bytes: 800, limit: 400)) {
        try Tensor(shape, .f64)
      }
    }
  }

  @Test("whatever makes a tensor asks first")
  func operations() throws {
    let tensor = try Tensor.counting([8, 8])
    var source = RandomSource(seed: 0)
    try MemoryBudget.$taskLimit.withValue(500) {
      for operation in [
        { try tensor.map(.relu) }, { try Tensor.combine(.add, tensor, Tensor(1)) },
        { try tensor.transposed().contiguous() }, { try tensor.transposed().reshaped([64]) },
        { try Tensor.matmul(tensor, tensor) }, { try Tensor.concatenated([tensor], axis: 0) },
        { try tensor.gathered([0, 1, 2, 3, 4, 5, 6, 7]) }, { try tensor.dilated([1, 1]) },
        { try tensor.padded(before: [0, 0], after: [0, 0]) }, { try Tensor.identity(8, .f64) },
        { try tensor.replacing([.at(0)], with: Tensor(1)) }, { try tensor.softmax() },
        { try tensor.resized(rows: 8, columns: 8, .nearest) }, { try tensor.oneHot(1) },
        { try Tensor.range(0, 64, step: 1, .f64) }, { try Tensor.spaced(0, 1, count: 64, .f64) },
        { try Tensor.einsum(EinsumFormula("ab,bc->ac"), [tensor, tensor]) },
        { try tensor.computing([]) },
      ] as [() throws -> Tensor] {
        do {
          _ = try operation()
          Issue.record("nothing was refused")
        } catch let error as TensorError {
          guard case .overBudget(_, _, bytes: 512, limit: 500) = error else {
            Issue.record("\(error)")
            continue
          }
        }
      }
      #expect(throws: TensorError.self) { try Tensor.uniform(tensor.shape, .f64, using: &source) }
      #expect(throws: TensorError.self) { try Tensor.blobs(tensor.shape, .f64, using: &source) }
      #expect(throws: TensorError.self) { try tensor.with(.gaussian(1), using: &source) }
      #expect(try tensor.sliced([.at(0)]).array.count == 8)
    }
  }

  @Test("memory the machine does not have is refused, whatever the budget")
  func machine() throws {
    let shape = try Shape([Int.max / 16])
    MemoryBudget.$taskLimit.withValue(.max) {
      #expect(throws: TensorError.outOfMemory(shape, .f64, bytes: shape.count * 8)) {
        try Tensor.uninitialized(shape, .f64)
      }
    }
  }
}

@Suite struct InterruptionTests {
  /// Runs an operation that stops at its look number `looks`.
  static func stopping<Result>(_ looks: Int, _ body: () throws -> Result) throws -> Result {
    try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks), operation: body)
  }

  @Test("every loop over cells stops at the first look", arguments: [0, 1])
  func stops(_ looks: Int) throws {
    let tensor = try Tensor.counting([400, 400], .f32)
    let smaller = try tensor.sliced([.range(0, 8, step: 1), .range(0, 8, step: 1)])
    for operation in [
      { try tensor.map(.relu) }, { try Tensor.combine(.add, tensor, Tensor(1)) },
      { try tensor.transposed().contiguous() }, { try tensor.reduced(.sum) },
      { try tensor.reduced(.argmax, axes: [0]) }, { try tensor.gathered(Array(0..<400)) },
      { try tensor.resized(rows: 300, columns: 300, .bilinear) }, { try tensor.softmax() },
      { try Tensor(Shape([400, 400]), .f32) { 1 } }, { try tensor.computing([]) },
      { try smaller.padded(before: [400, 400], after: [0, 0]) },
    ] as [() throws -> Tensor] {
      #expect(throws: TensorError.interrupted) { try Self.stopping(looks, operation) }
    }
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(looks) { try tensor.statistics() }
    }
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(looks) { try tensor.firstDifference(from: tensor) }
    }
    var source = RandomSource(seed: 0)
    let shape = tensor.shape
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(looks) { try Tensor.uniform(shape, .f64, using: &source) }
    }
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(looks) { try Tensor.normal(shape, .f64, using: &source) }
    }
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(looks) { try Tensor.blobs(shape, .f64, using: &source) }
    }
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(looks) { try tensor.with(.gaussian(1), using: &source) }
    }
  }

  @Test("a matrix product stops")
  func matmul() throws {
    let tensor = try Tensor.counting([64, 64])
    #expect(throws: TensorError.interrupted) {
      try Self.stopping(0) { try Tensor.matmul(tensor, tensor) }
    }
  }

  @Test("an interrupted draw leaves the stream where it was")
  func streams() throws {
    var source = RandomSource(seed: 3)
    let shape = try Shape([400, 400])
    _ = try? Self.stopping(1) { try Tensor.uniform(shape, .f64, using: &source) }
    var fresh = RandomSource(seed: 3)
    #expect(source.next() == fresh.next())
  }
}
