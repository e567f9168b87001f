extension DotRaster {
  /// What a character of three dots one below the other is drawn with: `'`, `-` and `.` for one dot,
  /// and for several the direction of the curve there, if it has one.
  func plainCharacter(_ row: Int, _ column: Int, hasDirection: Bool) -> Character {
    switch self[row, column] {
    case 1: return "'"
    case 2: return "-"
    case 4: return "."
    default: break
    }
    let isSteep = isFilled(row - 1, column) && isFilled(row + 1, column)
    guard hasDirection, !isSteep, let left = meanHeight(near: row, column - 1),
      let right = meanHeight(near: row, column + 1), left != right
    else { return "|" }
    return left > right ? "\\" : "/"
  }

  private func isFilled(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && self[row, column] != 0
  }

  /// The mean height of a column's dots in a row and its neighbours; nil if there are none.
  private func meanHeight(near row: Int, _ column: Int) -> Double? {
    guard column >= 0, column < columns else { return nil }
    var sum = 0
    var count = 0
    for near in max(0, row - 1)...min(rows - 1, row + 1) {
      for down in 0..<grain.rows where self[near, column] >> UInt8(down) & 1 == 1 {
        sum -= near * grain.rows + down
        count += 1
      }
    }
    return count == 0 ? nil : Double(sum) / Double(count)
  }
}
