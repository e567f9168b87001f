import Kernels
public import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far the softmax of scores is from the labels: `crossentropy scores labels`.
///
/// The mean over the rows of −Σ label · ln softmax(score), computed without an exponential that
/// overflows or a logarithm of 0.
public struct CrossEntropyOperation: Operation {
  /// Makes the operation.
  public init() {}

  /// `crossentropy`.
  public var verb: String { "crossentropy" }
  /// `scores` and `labels`.
  public func role(of operand: Int) -> String { operand == 0 ? "scores" : "labels" }

  /// A number, of N×K scores and N class numbers or N×K one-hot rows.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).crossEntropy(operands.tensor(1)))
  }

  /// (softmax(scores) · Σ labels − labels)·u / N; for one-hot rows Σ labels is 1.
  ///
  /// - Throws: `.notDifferentiable` for the labels.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    guard operand == 0 else { throw ProvenanceError.notDifferentiable(verb: verb) }
    let scores = step.operands[0]
    var guess = try Node(SoftmaxOperation(axis: 1), Operands(scores))
    var labels = step.operands[1]
    if labels.value.shape.rank == 1 {
      labels = try Node(OneHotOperation(scores.value.shape[1]), Operands(labels))
        .converted(to: scores.value.elementType)
    } else {
      let sums = try Node(ReduceOperation(.sum, axes: [1]), Operands(labels))
      guess = try guess.applying(
        .multiply, sums.reshaped(to: Shape([labels.value.shape[0], 1])))
    }
    let rows = upstream.number(Double(scores.value.shape[0]))
    return try guess.applying(.subtract, labels)
      .applying(.multiply, upstream.applying(.divide, rows))
  }

  /// For each row the logarithm of its exponentials' sum, less the score of its label.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let shape = step.shape(of: 0)
    let hasRows = step.shape(of: 1).rank == 2
    let terms = (0..<shape[0]).flatMap { row in
      let cells = (0..<shape[1]).map { CellIndex([row, $0]) }
      let sum = logarithmOfSum(cells, step)
      if hasRows {
        return cells.flatMap { cell in
          let label = step.factor(cell, of: 1)
          return [
            CellTerm([label, sum]), CellTerm([label, step.factor(cell, of: 0)], isNegative: true),
          ]
        }
      }
      let label = Int(step.cell([row], of: 1))
      let note = "row \(row): label \(label)"
      return [
        CellTerm([sum], note: note),
        CellTerm([step.factor([row, label], of: 0)], isNegative: true, note: note),
      ]
    }
    let count = CellFactor(.constant("rows"), Double(shape[0]))
    return CellTerms(terms, divisor: [CellTerm([count])], result: step.cell(cell))
  }

  private func logarithmOfSum(_ cells: [CellIndex], _ step: Step) -> CellFactor {
    let scores = cells.map { step.cell($0, of: 0) }
    let largest = scores.max() ?? 0
    let sum = log(scores.reduce(0) { $0 + exp($1 - largest) }) + largest
    return CellFactor(.function("ln sum exp(_)", cells.map { CellReference(0, $0) }), sum)
  }

  /// The number reads all scores, and the labels that are rows; class numbers say which are read.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    operand == 1 && step.shape(of: 1).rank == 1 ? [] : [CellReader(CellIndex(rank: 0))]
  }

  /// It is, in labels that are rows; class numbers are no numbers to compute with.
  public func isLinear(in operands: Set<Int>) -> Bool { false }

  /// In the scores.
  public func isDifferentiable(in operand: Int) -> Bool { operand == 0 }
}
