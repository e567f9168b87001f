public import Convolution
public import Tensors
public import Windows

/// `pool x 2x2`.
public struct PoolOperation: Operation {
  /// The window's rows and columns.
  public let kernel: Extent
  /// The options.
  public let pool: PoolOptions

  /// Makes the operation.
  public init(kernel: Extent, _ pool: PoolOptions) {
    self.kernel = kernel
    self.pool = pool
  }

  /// `pool`.
  public var verb: String { "pool" }
  /// The window and what differs from the defaults.
  public var options: String {
    pool.text(kernel)
  }

  /// A tensor N×C×oh×ow, without the axes that the operand did not have.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try Pooling.forward(operands.tensor(0), kernel: kernel, options: pool))
  }

  /// The upstream to the pixel that won, or to all pixels of a mean.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let x = step.operands[0]
    return pool.kind == .max
      ? try Node(MaxPoolGradientOperation(kernel: kernel, pool), Operands(x, upstream))
      : try Node(
        AveragePoolGradientOperation(kernel: kernel, pool, input: x.value.shape), [upstream])
  }

  /// The window's taps in row-major order, the winner marked; a mean's divisor.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let pixels = try PoolPixels(step.shape(of: 0), kernel: kernel, pool)
    let isMax = pool.kind == .max
    let source = step.operands[0].value.source
    let winners =
      isMax
      ? try Pooling.winners(of: source, kernel: kernel, options: pool, at: cell)
        .map { CellIndex(cell.array.dropLast(2) + [$0.row, $0.column]) } : []
    let terms = pixels.window(of: cell).map { tap in
      let note = "tap \(tap.tapRow),\(tap.tapColumn)"
      guard let index = tap.pixel else {
        let outside = CellFactor.Source.padding(operand: 0, side: tap.side ?? "")
        return CellTerm([CellFactor(outside, isMax ? -.infinity : 0)], note: note)
      }
      return CellTerm(
        [step.factor(index, of: 0)], isWinner: winners.contains(index), note: note)
    }
    let count = CellFactor(.constant("taps that count"), pixels.divisor(of: cell))
    return CellTerms(
      terms, combinedBy: isMax ? .maximum : .sum, divisor: isMax ? [] : [CellTerm([count])],
      result: step.cell(cell))
  }

  /// The outputs whose windows hold the pixel.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    let pixels = try PoolPixels(step.shape(of: 0), kernel: kernel, pool)
    return pixels.readers(of: cell).map { reader in
      CellReader(
        reader.output, weight: pool.kind == .max ? nil : pixels.share(of: reader.output),
        notes: [reader.note])
    }
  }

  /// A mean is.
  public func isLinear(in operands: Set<Int>) -> Bool { pool.kind == .avg }

  /// How many windows read each pixel.
  public func coverage(of operand: Int, in step: Step) throws -> (any CellSource)? {
    try PoolPixels(step.shape(of: 0), kernel: kernel, pool).coverage
  }
}
