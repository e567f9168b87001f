import Language
import Rendering

extension Arguments {
  /// The positions that `at`, `from` and `to` name, row by row; nil if none of them was given.
  func places(in scene: StepScene) throws -> [(row: Int, column: Int)]? {
    if let at = try place("at", in: scene) { return [at] }
    let (from, to) = (try place("from", in: scene), try place("to", in: scene))
    guard from != nil || to != nil else { return nil }
    let positions = scene.positions
    let first = from.map(positions.number) ?? 0
    let last = to.map(positions.number) ?? positions.count - 1
    guard first <= last else { throw Explanation("`to` comes before `from`", role: "to") }
    return (first...last).map(positions.position)
  }

  private func place(_ name: String, in scene: StepScene) throws -> (row: Int, column: Int)? {
    guard let numbers = try integers(name) else { return nil }
    guard let place = scene.positions.position(numbers) else {
      throw Explanation(
        "`\(name)` takes a row and a column, not \(Quantity.counted(numbers.count, "number"))",
        role: name, help: "for example `\(name)=0,1`")
    }
    guard scene.positions.contains(place) else {
      let error = StepError.position(
        row: place.row, column: place.column, rows: scene.rows, columns: scene.columns)
      throw Explanation(error).blaming(name)
    }
    return place
  }
}

extension StepScene {
  fileprivate var positions: StepPositions { StepPositions(rows: rows, columns: columns) }
}
