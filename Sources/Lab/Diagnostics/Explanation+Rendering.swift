import Rendering

extension Explanation {
  /// The words for something that cannot be drawn; they are the room's own.
  init(_ error: RenderingError) {
    switch error {
    case .rows, .noRows: self.init("\(error)", role: "rows")
    case .columns, .noColumns: self.init("\(error)", role: "columns")
    case .firstIndex: self.init("\(error)", role: "from")
    case .tooManyCells, .notAPicture, .notPairs, .notACurve, .nothingToDraw:
      self.init("\(error)", role: "x")
    }
  }
}
