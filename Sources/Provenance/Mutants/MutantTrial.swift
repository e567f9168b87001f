import Convolution
import Kernels
import Tensors
import Windows

/// A gallery of mistakes tried on one configuration: which of them would a test of it catch?
public struct MutantTrial {
  /// What became of one mistake.
  public enum Outcome: Hashable, Sendable {
    /// The test fails, because of this.
    case caught(MutantFlaw)
    /// The mistake makes no difference here.
    case slips
    /// There is nothing here to make the mistake in.
    case notAsked(String)
  }

  /// The mistakes.
  public let mutants: [Mutant]
  private let sizes: ReferenceSizes
  private let reference: (MutatedGradient, ReferenceSteps) throws -> ReferenceGradient
  private let steps: ReferenceSteps
  private let hasBias: Bool
  let ties: TieRule?
  let countsPadding: Bool
  private let known = Known()

  /// The gradients that were computed already.
  private final class Known {
    var gradients: [MutatedGradient: ReferenceGradient] = [:]
  }

  /// Prepares a trial of how a value was computed.
  ///
  /// - Parameter seed: of the random upstream gradient: one of ones hides half of all mistakes.
  /// - Throws: `ProvenanceError.leaf`, `.noMutants` for a value that neither `conv` nor `pool` made,
  ///   `.tooManyProducts`.
  public init(of node: Node, seed: UInt64 = 0) throws {
    guard let origin = node.origin else { throw ProvenanceError.leaf(node.value.shape) }
    let operands = try origin.operands.map { try $0.value.tensor().converted(to: .f64) }
    switch origin.operation {
    case let operation as ConvolutionOperation:
      try self.init(
        convolving: operands[0], with: operands[1], hasBias: operands.count > 2,
        operation.convolution, seed: seed)
    case let operation as PoolOperation:
      try self.init(
        pooling: operands[0],
        PoolGeometry(
          input: operands[0].shape, kernel: operation.kernel, options: operation.pool), seed: seed)
    default: throw ProvenanceError.noMutants(verb: origin.operation.verb)
    }
  }

  init(
    _ mutants: [Mutant], _ sizes: ReferenceSizes, _ steps: ReferenceSteps, hasBias: Bool,
    ties: TieRule? = nil, countsPadding: Bool = true,
    reference: @escaping (MutatedGradient, ReferenceSteps) throws -> ReferenceGradient
  ) {
    self.mutants = mutants
    self.sizes = sizes
    self.steps = steps
    self.hasBias = hasBias
    self.ties = ties
    self.countsPadding = countsPadding
    self.reference = reference
  }

  /// What becomes of a mistake: what a gradient check with a random upstream gradient would say.
  ///
  /// - Throws: `Interrupted`.
  public func outcome(of mutant: Mutant) throws -> Outcome {
    if mutant.gradient == .bias, !hasBias { return .notAsked("no bias") }
    if mutant.isAskedFor(self) { return .notAsked("as asked") }
    var wrong = steps
    mutant.change(&wrong)
    let right = try right(mutant.gradient)
    do {
      return Self.compare(try reference(mutant.gradient, wrong), with: right)
    } catch let flaw as MutantFlaw {
      return .caught(flaw)
    }
  }

  /// The gradient as it should be, computed once.
  private func right(_ gradient: MutatedGradient) throws -> ReferenceGradient {
    if let known = known.gradients[gradient] { return known }
    let right = try reference(gradient, steps)
    known.gradients[gradient] = right
    return right
  }

  /// Cells that differ by no more than this part of the largest are equal.
  private static let tolerance = 1e-9

  private static func compare(
    _ wrong: ReferenceGradient, with right: ReferenceGradient
  ) -> Outcome {
    guard wrong.sizes == right.sizes else {
      return .caught(.shape(wrong.sizes, expected: right.sizes))
    }
    let largest = right.cells.reduce(0) { max($0, $1.magnitude) }
    var error = 0.0
    var place = 0
    for cell in wrong.cells.indices {
      let difference = (wrong.cells[cell] - right.cells[cell]).magnitude
      if difference > error { (error, place) = (difference, cell) }
    }
    guard error > tolerance * max(largest, .leastNormalMagnitude) else { return .slips }
    var index = CellIndex(rank: wrong.sizes.count)
    for axis in stride(from: wrong.sizes.count - 1, through: 0, by: -1) {
      index[axis] = place % wrong.sizes[axis]
      place /= wrong.sizes[axis]
    }
    return .caught(.value(error: error, at: index))
  }
}
