import Rendering
import Tensors
import Windows

/// A value as `show` draws it.
struct Display {
  /// The forms of `as=`.
  enum Form: String {
    case table, heat, image
  }

  private let source: any CellSource
  private let name: String?
  private let form: Form
  private let rows: SliceItem?
  private let columns: SliceItem?

  init(
    _ source: any CellSource, named name: String?, as form: Form = .table,
    rows: SliceItem? = nil, columns: SliceItem? = nil
  ) {
    (self.source, self.name, self.form) = (source, name, form)
    (self.rows, self.columns) = (rows, columns)
  }

  /// The value drawn in a context.
  func text(_ context: RenderContext) throws -> String {
    switch form {
    case .table:
      try (source as? ShapeVector)?.lengths.description
        ?? Table.text(of: source, request(), context)
    case .heat: try HeatMap.text(of: source, request(), context)
    case .image: try PictureView.text(of: source, request(), context)
    }
  }

  /// What of the value is drawn.
  ///
  /// - Throws: an `Explanation` if rows or columns are selected that the value does not have.
  func request() throws -> TableRequest {
    TableRequest(
      name: name, rows: try Self.range(rows, "rows", in: rowCount),
      columns: try Self.range(columns, "columns", in: columnCount), pairs: isPairs)
  }

  private var isPairs: Bool { (source as? IndexMatrix)?.kind == .pairs }
  private var rowAxis: Int { source.shape.rank - (isPairs ? 3 : 2) }
  private var rowCount: Int? { rowAxis < 0 ? nil : source.shape[rowAxis] }
  private var columnCount: Int? { rowAxis < -1 ? nil : source.shape[rowAxis + 1] }

  /// Which rows or columns an item selects; negative ones count from the end. Those of a value that
  /// has none are left for `Rendering` to refuse.
  private static func range(
    _ item: SliceItem?, _ what: String, in count: Int?
  ) throws -> Range<Int>? {
    guard let item else { return nil }
    guard let count else { return 0..<1 }
    func place(_ bound: Int) -> Int { bound < 0 ? bound + count : bound }
    let (lower, upper) =
      switch item {
      case .all: (0, count)
      case .at(let index): (place(index), place(index) + 1)
      case .range(let lower, let upper, _): (place(lower ?? 0), place(upper ?? count))
      }
    guard max(0, lower) < min(upper, count) else {
      let there = count == 0 ? "there are none" : "they go from 0 to \(count - 1)"
      throw Explanation("this selects no \(what): \(there)", role: what)
    }
    return max(0, lower)..<min(upper, count)
  }
}
