/// The positions that a walk goes through, row by row.
struct StepPositions: Hashable {
  /// How many there are.
  let rows: Int
  let columns: Int

  var count: Int { rows * columns }

  /// The position that has a number, from 0.
  func position(at number: Int) -> (row: Int, column: Int) { (number / columns, number % columns) }

  /// The number of a position.
  func number(of position: (row: Int, column: Int)) -> Int {
    position.row * columns + position.column
  }

  /// Whether there is such a position.
  func contains(_ position: (row: Int, column: Int)) -> Bool {
    (0..<rows).contains(position.row) && (0..<columns).contains(position.column)
  }

  /// The position that numbers stand for, there or not: a row and a column, or a column alone where
  /// there is one row; nil for other numbers.
  func position(_ numbers: [Int]) -> (row: Int, column: Int)? {
    switch numbers.count {
    case 2: (numbers[0], numbers[1])
    case 1 where rows == 1: (0, numbers[0])
    default: nil
    }
  }
}
