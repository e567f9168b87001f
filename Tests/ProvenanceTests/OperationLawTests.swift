import Kernels
import Provenance
import Tensors
import Testing

/// The laws that every operation keeps, over small operands and every option that matters.
@Suite struct OperationLawTests {
  static let smooth: [OperationCase] =
    OperationCase.arithmetic + OperationCase.products + OperationCase.reductions
    + OperationCase.losses + OperationCase.shapes + OperationCase.pictures
    + OperationCase.unrolled + OperationCase.convolutions + OperationCase.transposed
    + OperationCase.pools
  static let all = smooth + OperationCase.ties

  @Test("gradients agree with central differences", arguments: smooth)
  func gradients(_ example: OperationCase) throws {
    let (root, leaves) = try example.node()
    let upstream = random(like: root.value.shape)
    let backward = try Backward(from: root, upstream: Node(upstream))
    for (operand, leaf) in leaves.enumerated() {
      if example.refused.contains(operand)
        || !example.operation.isDifferentiable(in: operand)
      {
        #expect(throws: ProvenanceError.notDifferentiable(verb: example.operation.verb)) {
          try backward.gradient(of: leaf)
        }
        continue
      }
      let gradient = try backward.gradient(of: leaf).value.source
      #expect(gradient.shape == leaf.value.shape)
      let differences = try centralDifferences(example, operand, upstream)
      for index in indices(gradient.shape) {
        let (claimed, expected) = (gradient.cell(index), differences.cell(index))
        #expect(
          abs(claimed - expected) <= max(1e-7, example.tolerance * 1e5) * (1 + abs(expected)),
          "operand \(operand), cell \(index)")
      }
    }
  }

  @Test("a cell's terms add up to it", arguments: all)
  func terms(_ example: OperationCase) throws {
    let (root, _) = try example.node()
    for index in indices(root.value.shape) {
      let terms = try root.terms(of: index)
      let cell = root.value.source.cell(index)
      #expect(terms.result == cell)
      #expect(
        abs(terms.total - cell) <= example.tolerance * max(1, abs(cell)), "cell \(index): \(terms)")
    }
  }

  @Test("the factors of a cell have the numbers of the cells they name", arguments: all)
  func factors(_ example: OperationCase) throws {
    let (root, leaves) = try example.node()
    for index in indices(root.value.shape) {
      let terms = try root.terms(of: index)
      for factor in (terms.terms + terms.divisor).flatMap(\.factors) {
        guard case .cell(let operand, let index) = factor.source else { continue }
        #expect(leaves[operand].value.source.cell(index) == factor.value)
      }
    }
  }

  @Test("a cell is read by those in whose terms it is named, each once", arguments: all)
  func readers(_ example: OperationCase) throws {
    let (root, leaves) = try example.node()
    var named: [CellReference: Set<CellIndex>] = [:]
    for index in indices(root.value.shape) {
      for cell in try root.terms(of: index).cells { named[cell, default: []].insert(index) }
    }
    for (operand, leaf) in leaves.enumerated() {
      for index in indices(leaf.value.shape) {
        let readers = try root.readers(of: index, operand: operand).map(\.cell)
        #expect(Set(readers).count == readers.count)
        #expect(
          Set(readers) == named[CellReference(operand, index)] ?? [],
          "operand \(operand), cell \(index)")
      }
    }
  }

  @Test("a reader's weight is what a cell is multiplied by", arguments: all)
  func weights(_ example: OperationCase) throws {
    let (root, leaves) = try example.node()
    for (operand, leaf) in leaves.enumerated() where example.operation.isLinear(in: operand) {
      let before = try example.value([:])
      for index in indices(leaf.value.shape) {
        var moved = try leaf.value.tensor()
        try moved.set(index, to: moved.cell(index) + 1)
        let after = try example.value([operand: moved])
        let readers = try root.readers(of: index, operand: operand)
        for reader in readers {
          guard let weight = reader.weight else { continue }
          let change = after.cell(reader.cell) - before.cell(reader.cell)
          #expect(abs(change - weight.value) <= max(1e-12, example.tolerance) * 10)
        }
        let cells = Set(readers.map(\.cell))
        for other in indices(before.shape) where !cells.contains(other) {
          #expect(after.cell(other) == before.cell(other), "\(other) reads \(index) unsaid")
        }
      }
    }
  }

  @Test("what is called linear is", arguments: smooth)
  func linearity(_ example: OperationCase) throws {
    let differentiable = example.operands.indices.filter {
      example.operation.isDifferentiable(in: $0)
    }
    for mask in 1..<(1 << differentiable.count) {
      let operands = differentiable.indices.filter { mask >> $0 & 1 == 1 }.map {
        differentiable[$0]
      }
      let isAffine = try curvature(example, operands) <= max(1e-11, example.tolerance * 100)
      let claimed = example.operation.isLinear(in: Set(operands))
      #expect(!claimed || isAffine, "operands \(operands) are called linear")
      // What only decides, as a pool's pixels do, may look constant on a small case.
      guard !isFlat(example, operands) else { continue }
      #expect(claimed || !isAffine, "operands \(operands) are linear")
    }
  }

  /// |f(x + d) + f(x − d) − 2 f(x)|, which is 0 for what is linear but for a constant.
  private func curvature(_ example: OperationCase, _ operands: [Int]) throws -> Double {
    var (ahead, behind): ([Int: Tensor], [Int: Tensor]) = ([:], [:])
    for operand in operands {
      let x = try example.operands[operand].tensor()
      let far = try Tensor.combine(.multiply, random(like: x.shape, seed: 20 + operand), Tensor(3))
      ahead[operand] = try .combine(.add, x, far)
      behind[operand] = try .combine(.subtract, x, far)
    }
    let (f, g, h) = try (example.value(ahead), example.value(behind), example.value([:]))
    return indices(h.shape).map { index in
      let curvature = abs(f.cell(index) + g.cell(index) - 2 * h.cell(index))
      return curvature.isNaN ? .infinity : curvature / (1 + abs(h.cell(index)))
    }.max() ?? 0
  }

  private func isFlat(_ example: OperationCase, _ operands: [Int]) -> Bool {
    switch example.operation {
    case is MaxPoolGradientOperation, is PoolWinnersOperation, is ExtremeGradientOperation:
      operands == [0]
    default: example.operands.contains { $0.shape.count == 1 }
    }
  }

  private func centralDifferences(
    _ example: OperationCase, _ operand: Int, _ upstream: Tensor
  ) throws -> Tensor {
    let x = try example.operands[operand].tensor()
    let h = example.tolerance > 1e-12 ? 0x1p-6 : 0x1p-17
    func loss(_ index: CellIndex, _ step: Double) throws -> Double {
      var moved = x
      try moved.set(index, to: x.cell(index) + step)
      let value = try example.value([operand: moved])
      return indices(value.shape).reduce(0) { $0 + value.cell($1) * upstream.cell($1) }
    }
    let cells = try indices(x.shape).map { try (loss($0, h) - loss($0, -h)) / (2 * h) }
    return try Tensor(cells, x.shape)
  }
}

func indices(_ shape: Shape) -> [CellIndex] { (0..<shape.count).map(shape.index(at:)) }

func random(like shape: Shape, seed: Int = 9) -> Tensor {
  tensor(numbers(shape.count, seed: seed).array, shape.lengths)
}
