import Kernels
import Testing

/// How a test's matrix lies in its block.
enum MatrixLayout: CaseIterable, CustomTestStringConvertible {
  case rows, columns, gaps, reversed, everyOther

  var testDescription: String { "\(self)" }

  /// Row stride, column stride, the first cell's offset and the cells needed.
  func strides(_ rows: Int, _ columns: Int) -> (row: Int, column: Int, offset: Int, count: Int) {
    switch self {
    case .rows: (columns, 1, 0, rows * columns)
    case .columns: (1, rows, 0, rows * columns)
    case .gaps: (columns + 5, 1, 3, rows * (columns + 5) + 3)
    case .reversed: (-columns, -1, max(0, rows * columns - 1), rows * columns)
    case .everyOther: (2 * columns + 1, 2, 1, rows * (2 * columns + 1) + 1)
    }
  }
}

/// A matrix of a test: its cells in a block of some layout, and what they are as `Double`.
struct Matrix {
  let rows: Int
  let columns: Int
  let cells: Cells

  /// Makes a matrix of small whole numbers, so that sums are exact in either type.
  init(
    _ rows: Int, _ columns: Int, _ type: ElementType, _ layout: MatrixLayout = .rows, seed: Int = 1
  ) {
    self.rows = rows
    self.columns = columns
    let place = layout.strides(rows, columns)
    let storage = Storage(type, count: place.count)
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for index in 0..<place.count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      storage[index] = Double(Int(state >> 60) - 8)
    }
    cells = .matrix(
      storage, offset: place.offset, rows: rows, columns: columns, rowStride: place.row,
      columnStride: place.column)
  }

  func place(_ row: Int, _ column: Int) -> Int {
    cells.offset + row * cells.strides[0] + column * cells.strides[1]
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells.storage[place(row, column)] }
    nonmutating set { cells.storage[place(row, column)] = newValue }
  }

  /// Every cell, row by row.
  var array: [Double] {
    (0..<rows).flatMap { row in (0..<columns).map { self[row, $0] } }
  }

  /// The product by plain loops.
  func times(_ other: Matrix) -> [Double] {
    let (a, b) = (array, other.array)
    var sums = [Double](repeating: 0, count: rows * other.columns)
    for row in 0..<rows {
      for k in 0..<columns {
        let left = a[row * columns + k]
        var column = 0
        while column < other.columns {
          sums[row * other.columns + column] += left * b[k * other.columns + column]
          column += 1
        }
      }
    }
    return sums
  }
}
