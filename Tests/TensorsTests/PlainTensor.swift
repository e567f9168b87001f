import Kernels
import Tensors

/// A tensor as the definitions have it: numbers found by index, without views or strides.
struct PlainTensor {
  let lengths: [Int]
  private(set) var cells: [[Int]: Double] = [:]

  init(_ lengths: [Int], _ cell: ([Int]) -> Double) {
    self.lengths = lengths
    for index in Self.indices(lengths) { cells[index] = cell(index) }
  }

  /// The cells of a tensor, read one by one.
  init(_ tensor: Tensor) {
    self.init(tensor.shape.lengths) { tensor.cell(CellIndex($0)) }
  }

  subscript(index: [Int]) -> Double { cells[index] ?? .nan }

  /// The cells in row-major order.
  var array: [Double] { Self.indices(lengths).map { self[$0] } }

  /// Every index in row-major order.
  static func indices(_ lengths: [Int]) -> [[Int]] {
    lengths.reduce([[]]) { starts, length in
      starts.flatMap { start in (0..<length).map { start + [$0] } }
    }
  }

  /// The index of the cell of an operand that is broadcast to the shape of `index`.
  static func source(of index: [Int], in lengths: [Int]) -> [Int] {
    zip(index.suffix(lengths.count), lengths).map { $1 == 1 ? 0 : $0 }
  }
}

extension Tensor {
  /// Cells 0, 1, 2… in row-major order.
  static func counting(
    _ lengths: [Int], _ type: ElementType = .f64, from first: Double = 0
  ) throws -> Tensor {
    var next = first - 1
    return try Tensor(Shape(lengths), type) {
      next += 1
      return next
    }
  }

  /// The same cells laid out in other ways in memory: with gaps, turned around and permuted.
  var layouts: [Tensor] {
    get throws {
      let rank = shape.rank
      let gapped = try padded(
        before: Array(repeating: 1, count: rank), after: Array(repeating: 2, count: rank),
        with: .nan
      ).sliced(shape.lengths.map { .range(1, 1 + $0, step: 1) })
      let axes = Array(0..<rank)
      let turned = try flipped(axes).copied(to: elementType).flipped(axes)
      let reversed = Array(axes.reversed())
      let permuted = try permuted(reversed).copied(to: elementType).permuted(reversed)
      return [self, gapped, turned, permuted]
    }
  }
}

/// Whether two lists hold the same numbers, NaN and NaN included.
func same(_ left: [Double], _ right: [Double], within tolerance: Double = 0) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { a, b in
      a == b || (a.isNaN && b.isNaN) || (a - b).magnitude <= tolerance * (1 + b.magnitude)
    }
}

/// Every list of up to `most` of the given numbers.
func lists<Element>(of numbers: [Element], upTo most: Int) -> [[Element]] {
  guard most > 0 else { return [[]] }
  let shorter = lists(of: numbers, upTo: most - 1)
  return shorter
    + shorter.filter { $0.count == most - 1 }.flatMap { list in numbers.map { list + [$0] } }
}

/// Every choice of some of the numbers, each order of them once.
func choices<Element: Equatable>(of numbers: [Element]) -> [[Element]] {
  [[]]
    + numbers.flatMap { first in
      choices(of: numbers.filter { $0 != first }).map { [first] + $0 }
    }
}
