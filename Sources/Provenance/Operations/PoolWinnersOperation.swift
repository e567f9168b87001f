public import Convolution
import Kernels
public import Tensors
public import Windows

/// For every window the sum of another value's cells where its winners lie, by their shares: the
/// gradient of a max pool's gradient.
public struct PoolWinnersOperation: Operation {
  /// The window's rows and columns.
  public let kernel: Extent
  /// The options, with the rule for ties.
  public let pool: PoolOptions

  /// Makes the operation.
  public init(kernel: Extent, _ pool: PoolOptions) {
    self.kernel = kernel
    self.pool = pool
  }

  /// `winners`.
  public var verb: String { "winners" }
  /// The window and what differs from the defaults.
  public var options: String { pool.text(kernel) }
  /// `x`, whose pixels are compared, and `u`, whose cells are taken.
  public func role(of operand: Int) -> String { operand == 0 ? "x" : "u" }

  /// A tensor of the pool's result's shape.
  public func value(of operands: Operands) throws -> Value {
    let (x, taken) = (try operands.tensor(0), try operands.tensor(1))
    guard x.shape == taken.shape else { throw TensorError.shapesDiffer(x.shape, taken.shape) }
    let shape = try PoolGeometry(input: x.shape, kernel: kernel, options: pool).result
    let cells = try (0..<shape.count).map { place in
      if place & 0xFFF == 0, Interrupt.isRequested { throw TensorError.interrupted }
      let output = shape.index(at: place)
      return try Pooling.winners(of: x, kernel: kernel, options: pool, at: output).reduce(0) {
        $0 + $1.share * taken.cell(CellIndex(output.array.dropLast(2) + [$1.row, $1.column]))
      }
    }
    return .tensor(try Tensor(cells, shape).converted(to: taken.elementType))
  }

  /// The max pool's gradient, of the upstream.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 { return try step.operands[0].zeros() }
    return try Node(MaxPoolGradientOperation(kernel: kernel, pool), [step.operands[0], upstream])
  }

  /// The cells of the window, times the shares of their pixels.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let pixels = try PoolPixels(step.shape(of: 0), kernel: kernel, pool)
    let terms = try pixels.window(of: cell).compactMap { tap in
      try tap.pixel.map { pixel in
        let weight = try share(of: pixel, at: cell, in: step)
        return CellTerm(
          [step.factor(pixel, of: 1), weight], isWinner: weight.value > 0,
          note: "tap \(tap.tapRow),\(tap.tapColumn)")
      }
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The outputs whose windows hold the cell; the pixels of `x` are compared, not read.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    guard operand == 1 else { return [] }
    let pixels = try PoolPixels(step.shape(of: 0), kernel: kernel, pool)
    return try pixels.readers(of: cell).map { reader in
      CellReader(
        reader.output, weight: try share(of: cell, at: reader.output, in: step),
        notes: [reader.note])
    }
  }

  private func share(
    of pixel: CellIndex, at output: CellIndex, in step: Step
  ) throws -> CellFactor {
    try .winnerShare(
      of: pixel, at: output, step.operands[0].value.source, kernel: kernel, pool)
  }

  /// In what is taken.
  public func isLinear(in operands: Set<Int>) -> Bool { operands == [1] }
}
