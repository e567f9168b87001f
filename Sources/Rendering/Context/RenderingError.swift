public import Tensors

/// Why something cannot be drawn.
public enum RenderingError: Error, Hashable, Sendable {
  /// A lazy value of more cells than are drawn without being asked twice.
  case tooManyCells(Int, limit: Int, shape: Shape)
  /// Rows were selected that the value does not have.
  case rows(Range<Int>, count: Int)
  /// Columns were selected that the value does not have.
  case columns(Range<Int>, count: Int)
  /// Rows were selected of a value that has none: a number or a vector.
  case noRows(Shape)
  /// Columns were selected of a number.
  case noColumns(Shape)
  /// A picture has two dimensions at least.
  case notAPicture(Shape)
  /// An index grid of pairs has rows, columns and a last axis of two.
  case notPairs(Shape)
  /// A curve has one dimension.
  case notACurve(Shape)
  /// Curves were to begin at an index after their last.
  case firstIndex(Int, count: Int)
  /// Several pictures in a row were asked for, and there are none.
  case nothingToDraw
}

extension RenderingError: CustomStringConvertible {
  /// The cause in words, with its numbers.
  public var description: String {
    switch self {
    case .tooManyCells(let count, let limit, let shape):
      "\(shape) has \(Quantity.count(count)) cells, more than the \(Quantity.count(limit)) that "
        + "are drawn of a lazy value; slice it or pass rows= and columns="
    case .rows(let range, let count): Self.outside("rows", range, count)
    case .columns(let range, let count): Self.outside("columns", range, count)
    case .noRows(let shape): "a value of shape \(shape) has no rows to select"
    case .noColumns(let shape): "a value of shape \(shape) has no columns to select"
    case .notAPicture(let shape): "a picture has rows and columns; this value's shape is \(shape)"
    case .notPairs(let shape): "index pairs lie on a last axis of length 2; this shape is \(shape)"
    case .notACurve(let shape): "a curve has one dimension; this value's shape is \(shape)"
    case .firstIndex(let first, let count):
      "index \(first) is outside the curve; it goes from 0 to \(count - 1)"
    case .nothingToDraw: "there is no picture to draw"
    }
  }

  private static func outside(_ what: String, _ range: Range<Int>, _ count: Int) -> String {
    let has = count == 0 ? "there are none" : "they go from 0 to \(count - 1)"
    return "\(what)=\(range.lowerBound):\(range.upperBound) selects no \(what); \(has)"
  }
}
