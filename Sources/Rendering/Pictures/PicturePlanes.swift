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
    let label = (name ?? "") + (count > 1 ? index(of: place) : "")
    return PicturePlane(
      source: source, prefix: prefix(of: place), channels: channels, rowRange: rowRange,
      columnRange: columnRange, label: label.isEmpty ? nil : DisplayText.escaped(label))
  }

  /// The first ones.
  func prefix(_ most: Int) -> [PicturePlane] { (0..<min(count, most)).map { self[$0] } }

  /// What is hidden after the first ones, and the line that shows some of it.
  func hiddenNote(after shown: Int, _ option: String) -> String {
    let name = request.name ?? request.expression ?? "_"
    let (first, last) = (index(of: shown), index(of: count - 1))
    let hidden = count - shown
    let range =
      hidden == 1 ? "picture \(first)" : "\(Quantity.count(hidden)) pictures, \(first) to \(last)"
    var next = first
    if labelRank == 1, hidden > 1, shown > 1 { next = "[\(shown):\(min(count, 2 * shown))]" }
    return
      "hidden: \(range)\(request.name.map { " of " + $0 } ?? ""); show \(name)\(next) \(option)"
  }

  /// The index of a picture as it is written: axes of length 1 behind the others go without saying.
  private func index(of place: Int) -> String {
    labelRank == 0 ? "" : CellIndex(Array(prefix(of: place).prefix(labelRank))).description
  }

  private var labelRank: Int {
    (0..<prefixRank).last { source.shape[$0] > 1 }.map { $0 + 1 } ?? 0
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
