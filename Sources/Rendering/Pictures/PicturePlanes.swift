import Tensors
import Text

/// The pictures of a value: N×3×H×W are N in colour, otherwise every slice is a grey one.
struct PicturePlanes {
  /// How many there are.
  let count: Int
  private let source: any CellSource
  private let request: TableRequest
  private let rowRange: Range<Int>
  private let columnRange: Range<Int>
  private let prefixRank: Int
  private let channels: Int

  /// Takes a value apart.
  ///
  /// - Throws: `RenderingError.notAPicture` if it has fewer than two dimensions or no cells;
  ///   as tables do if rows or columns are selected that it does not have.
  init(
    _ source: any CellSource, _ request: TableRequest, inColor: Bool
  ) throws(RenderingError) {
    let shape = source.shape
    guard shape.rank >= 2, shape.count > 0 else { throw .notAPicture(shape) }
    let isColor = inColor && shape.rank >= 3 && shape[shape.rank - 3] == 3
    self.source = source
    self.request = request
    rowRange = try request.selectedRows(of: shape[shape.rank - 2], hasAxis: true, shape)
    columnRange = try request.selectedColumns(of: shape[shape.rank - 1], hasAxis: true, shape)
    channels = isColor ? 3 : 1
    prefixRank = shape.rank - (isColor ? 3 : 2)
    count = (0..<prefixRank).reduce(1) { $0 * shape[$1] }
  }

  /// One of them, in row-major order.
  subscript(place: Int) -> PicturePlane {
    let name = request.name
    let prefix = prefix(of: place)
    let index = prefix.isEmpty ? "" : CellIndex(prefix).description
    let label = (name ?? "") + (count > 1 || name == nil ? index : "")
    return PicturePlane(
      source: source, prefix: prefix, channels: channels, rowRange: rowRange,
      columnRange: columnRange, label: label.isEmpty ? nil : DisplayText.escaped(label))
  }

  /// The first ones.
  func prefix(_ most: Int) -> [PicturePlane] { (0..<min(count, most)).map { self[$0] } }

  /// What is hidden after the first ones, and the line that shows it.
  func hiddenNote(after shown: Int, _ option: String) -> String {
    let name = request.name ?? request.expression ?? "_"
    let first = CellIndex(prefix(of: shown)).description
    let last = CellIndex(prefix(of: count - 1)).description
    let range = first == last ? "picture \(first)" : "pictures \(first) to \(last)"
    return
      "hidden: \(range)\(request.name.map { " of " + $0 } ?? ""); show \(name)\(first) \(option)"
  }

  private func prefix(of place: Int) -> [Int] {
    var rest = place
    var prefix = Array(repeating: 0, count: prefixRank)
    for axis in (0..<prefixRank).reversed() {
      (rest, prefix[axis]) = rest.quotientAndRemainder(dividingBy: source.shape[axis])
    }
    return prefix
  }
}
