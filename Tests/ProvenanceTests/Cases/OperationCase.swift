import Kernels
import Provenance
import Tensors
import Testing

/// An operation with small operands, for the laws that every operation keeps.
struct OperationCase: Sendable, CustomTestStringConvertible {
  let operation: any Provenance.Operation
  let operands: [Value]
  /// Operands for which the operation refuses to give a gradient, though it has one.
  var refused: Set<Int> = []
  /// Whether a cell is rounded more than its terms are.
  var tolerance = 1e-12

  init(
    _ operation: any Provenance.Operation, _ operands: [Value], refused: Set<Int> = [],
    tolerance: Double = 1e-12
  ) {
    self.operation = operation
    self.operands = operands
    self.refused = refused
    self.tolerance = tolerance
  }

  init(
    _ operation: any Provenance.Operation, _ operands: Tensor..., refused: Set<Int> = []
  ) {
    self.init(operation, operands.map(Value.tensor), refused: refused)
  }

  var testDescription: String {
    let shapes = operands.map { ($0.source.isLazy ? "lazy " : "") + $0.shape.description }
    return [operation.verb, operation.options, "of", shapes.joined(separator: ", ")]
      .joined(separator: " ")
  }

  /// The value, with leaves for operands.
  func node() throws -> (root: Node, leaves: [Node]) {
    let leaves = operands.map { Node(leaf: $0) }
    return (try Node(operation, Operands(leaves)), leaves)
  }

  /// The value when an operand is another tensor.
  func value(_ replaced: [Int: Tensor]) throws -> Tensor {
    let values = operands.enumerated().map { replaced[$0].map(Value.tensor) ?? $1 }
    return try operation.value(of: Operands(values.map { Node(leaf: $0) })).tensor()
  }
}

/// Numbers that look random, are all different and keep away from 0.
func numbers(_ lengths: Int..., seed: Int = 1) -> Tensor {
  sample(lengths, seed: seed) { $0 }
}

/// As `numbers`, between 0.3 and 1.7.
func positive(_ lengths: Int..., seed: Int = 1) -> Tensor {
  sample(lengths, seed: seed) { abs($0) / 2 + 0.25 }
}

private func sample(_ lengths: [Int], seed: Int, _ map: (Double) -> Double) -> Tensor {
  var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
  let cells = (0..<lengths.reduce(1, *)).map { place in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let number = Double(state >> 40) / Double(1 << 24) + 0.1 + Double(place) * 1e-3
    return map(state >> 33 & 1 == 0 ? number * 2 : -number * 2)
  }
  return tensor(cells, lengths)
}

func tensor(_ cells: [Double], _ lengths: [Int]) -> Tensor {
  fixture { try Tensor(cells, Shape(lengths)) }
}

/// A value of the tests' own making that must not fail.
func fixture<Result>(_ make: () throws -> Result) -> Result {
  do { return try make() } catch { fatalError("\(error)") }
}
