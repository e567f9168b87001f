public import Tensors
import Windows

/// The matrix product `a @ b`; a lazy operand is packed as it is needed and never exists whole.
public struct MatmulOperation: Operation {
  /// Makes the operation.
  public init() {}

  /// The operator.
  public var verb: String { "@" }

  /// `a` and `b`.
  public func role(of operand: Int) -> String { operand == 0 ? "a" : "b" }

  /// The product over the last two dimensions, leading ones broadcast.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try .matmul(packing: operands[0].value.source, operands[1].value.source))
  }
  /// Between the operands.
  public var notation: OperationNotation { .sign }

  /// d(ab)/da = u·bᵀ and d(ab)/db = aᵀ·u, summed over broadcast batches. A lazy operand stays lazy
  /// when it is transposed.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let places = try MatmulPlaces(step)
    let a = try step.operands[0].reshaped(to: places.matrixShape(of: 0))
    let b = try step.operands[1].reshaped(to: places.matrixShape(of: 1))
    let u = try upstream.reshaped(to: places.matrixShape)
    let gradient =
      operand == 0
      ? try Node(self, Operands(u, Node(PermuteOperation(nil), Operands(b))))
      : try Node(self, Operands(Node(PermuteOperation(nil), Operands(a)), u))
    return try gradient.summed(to: (operand == 0 ? a : b).value.shape)
      .reshaped(to: step.shape(of: operand))
  }

  /// The sum of products along the row of `a` and the column of `b`.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let places = try MatmulPlaces(step)
    let terms = (0..<places.inner).map { k in
      CellTerm([
        step.factor(places.left(of: cell, k), of: 0),
        step.factor(places.right(of: cell, k), of: 1),
      ])
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// A cell of `a` is read by a row of the product, a cell of `b` by a column.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    let places = try MatmulPlaces(step)
    return places.results(of: cell, operand: operand).map { result, k in
      let other = operand == 0 ? places.right(of: result, k) : places.left(of: result, k)
      return CellReader(result, weight: step.factor(other, of: 1 - operand))
    }
  }

  /// In either operand.
  public func isLinear(in operands: Set<Int>) -> Bool { operands.count == 1 }
}

/// Which cells of two operands meet in a cell of their product.
private struct MatmulPlaces {
  /// The length that is summed over.
  let inner: Int
  private let operands: [Shape]
  /// The leading dimensions of the operands, and those they are broadcast to.
  private let batches: [Shape]
  private let batch: Shape
  private let rows: Int?
  private let columns: Int?

  init(_ step: Step) throws(TensorError) {
    operands = [step.shape(of: 0), step.shape(of: 1)]
    let (a, b) = (operands[0], operands[1])
    inner = a[a.rank - 1]
    batches = [try Shape(a.lengths.dropLast(2)), try Shape(b.lengths.dropLast(2))]
    batch = try .broadcast(batches[0], batches[1])
    rows = a.rank > 1 ? a[a.rank - 2] : nil
    columns = b.rank > 1 ? b[b.rank - 1] : nil
  }

  /// An operand with a vector as a row on the left and as a column on the right.
  func matrixShape(of operand: Int) throws(TensorError) -> Shape {
    let shape = operands[operand]
    guard shape.rank == 1 else { return shape }
    return try Shape(operand == 0 ? [1, shape[0]] : [shape[0], 1])
  }

  /// The product with the dimensions that vectors took from it.
  var matrixShape: Shape {
    get throws(TensorError) { try Shape(batch.lengths + [rows ?? 1, columns ?? 1]) }
  }

  func left(of result: CellIndex, _ k: Int) -> CellIndex {
    CellIndex(batchIndex(of: result, 0) + (rows == nil ? [] : [result[batch.rank]]) + [k])
  }

  func right(of result: CellIndex, _ k: Int) -> CellIndex {
    CellIndex(batchIndex(of: result, 1) + [k] + (columns == nil ? [] : [result[result.rank - 1]]))
  }

  private func batchIndex(of result: CellIndex, _ operand: Int) -> [Int] {
    CellIndex(result.array.prefix(batch.rank)).broadcast(to: batches[operand]).array
  }

  /// The cells of the product that read a cell, and at which place of the inner length.
  func results(of cell: CellIndex, operand: Int) -> [(CellIndex, k: Int)] {
    let own = CellIndex(cell.array.prefix(batches[operand].rank))
    let last = cell.rank - 1
    let isVector = operands[operand].rank == 1
    let k = operand == 0 || isVector ? cell[last] : cell[last - 1]
    // What the operand fixes, and what the other one runs through.
    let fixed = isVector ? [] : [operand == 0 ? cell[last - 1] : cell[last]]
    let free = (operand == 0 ? columns : rows).map { (0..<$0).map { [$0] } } ?? [[]]
    return own.repeats(from: batches[operand], in: batch).flatMap { batch in
      free.map { free in
        (CellIndex(batch.array + (operand == 0 ? fixed + free : free + fixed)), k)
      }
    }
  }
}
