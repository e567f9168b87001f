public import Convolution
public import Tensors
public import Windows

/// Every output's gradient given to the pixel that won its window: the gradient of a max pool.
public struct MaxPoolGradientOperation: Operation {
  /// The window's rows and columns.
  public let kernel: Extent
  /// The options, with the rule for ties.
  public let pool: PoolOptions

  /// Makes the operation.
  public init(kernel: Extent, _ pool: PoolOptions) {
    self.kernel = kernel
    self.pool = pool
  }

  /// `pool'`.
  public var verb: String { "pool'" }
  /// The window and what differs from the defaults.
  public var options: String { pool.text(kernel) }
  /// `x` and the upstream `u`.
  public func role(of operand: Int) -> String { operand == 0 ? "x" : "u" }

  /// A tensor of the first operand's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try Pooling.inputGradient(
        upstream: operands.tensor(1), input: operands.tensor(0), kernel: kernel, options: pool))
  }

  /// The upstream picked where the pixels won; which of them do does not change with `x`.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 { return try step.operands[0].zeros() }
    return try Node(PoolWinnersOperation(kernel: kernel, pool), [step.operands[0], upstream])
  }

  /// The outputs whose windows hold the pixel, times 1 where it won, its share of a tie, or 0.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let pixels = try PoolPixels(step.shape(of: 0), kernel: kernel, pool)
    let terms = try pixels.readers(of: cell).map { reader in
      let weight = try winnerShare(of: cell, at: reader.output, in: step)
      return CellTerm(
        [step.factor(reader.output, of: 1), weight], isWinner: weight.value > 0, note: reader.note)
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The pixels of the output's window; those of `x` are compared, not read.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    guard operand == 1 else { return [] }
    let pixels = try PoolPixels(step.shape(of: 0), kernel: kernel, pool)
    return try pixels.window(of: cell).compactMap { tap in
      try tap.pixel.map {
        CellReader(
          $0, weight: try winnerShare(of: $0, at: cell, in: step),
          notes: ["tap \(tap.tapRow),\(tap.tapColumn)"])
      }
    }
  }

  private func winnerShare(
    of pixel: CellIndex, at output: CellIndex, in step: Step
  ) throws -> CellFactor {
    try .winnerShare(
      of: pixel, at: output, step.operands[0].value.source, kernel: kernel, pool)
  }

  /// In the upstream.
  public func isLinear(in operands: Set<Int>) -> Bool { operands == [1] }
}

extension CellFactor {
  /// What part of an output's gradient a pixel of its window gets: 1 if it won, its share of a tie,
  /// else 0.
  static func winnerShare(
    of pixel: CellIndex, at output: CellIndex, _ x: any CellSource, kernel: Extent,
    _ pool: PoolOptions
  ) throws -> CellFactor {
    let (row, column) = (pixel[pixel.rank - 2], pixel[pixel.rank - 1])
    let winners = try Pooling.winners(of: x, kernel: kernel, options: pool, at: output)
    guard let winner = winners.first(where: { $0.row == row && $0.column == column }) else {
      return CellFactor(.constant("lost"), 0)
    }
    let name = winners.count == 1 ? "won" : "one of \(winners.count) that won"
    return CellFactor(.constant(name), winner.share)
  }
}
