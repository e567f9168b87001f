public import Convolution
public import Tensors
public import Windows

/// Every output's gradient spread over its window in equal parts: the gradient of a mean pool.
public struct AveragePoolGradientOperation: Operation {
  /// The window's rows and columns.
  public let kernel: Extent
  /// The options.
  public let pool: PoolOptions
  /// The shape of the pool's input.
  public let input: Shape

  /// Makes the operation.
  public init(kernel: Extent, _ pool: PoolOptions, input: Shape) {
    self.kernel = kernel
    self.pool = pool
    self.input = input
  }

  /// `pool'`.
  public var verb: String { "pool'" }
  /// The window and what differs from the defaults.
  public var options: String { pool.text(kernel) }
  /// The upstream `u`.
  public func role(of operand: Int) -> String { "u" }

  /// A tensor of the pool's input's shape.
  public func value(of operands: Operands) throws -> Value {
    let upstream = try operands.tensor(0)
    let zeros = try Tensor(0, upstream.elementType).broadcast(to: input)
    return .tensor(
      try Pooling.inputGradient(upstream: upstream, input: zeros, kernel: kernel, options: pool))
  }

  /// The pool of the upstream.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(PoolOperation(kernel: kernel, pool), Operands(upstream))
  }

  /// The outputs whose windows hold the pixel, each by its share.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let pixels = try PoolPixels(input, kernel: kernel, pool)
    let terms = pixels.readers(of: cell).map { reader in
      CellTerm(
        [step.factor(reader.output, of: 0), pixels.share(of: reader.output)], note: reader.note)
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The pixels of the output's window.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    let pixels = try PoolPixels(input, kernel: kernel, pool)
    return pixels.window(of: cell).compactMap { tap in
      tap.pixel.map {
        CellReader(
          $0, weight: pixels.share(of: cell), notes: ["tap \(tap.tapRow),\(tap.tapColumn)"])
      }
    }
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
