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
      try (source as? ShapeVector)?.lengths.description ?? Table.text(of: source, request, context)
    case .heat: try HeatMap.text(of: source, request, context)
    case .image: try PictureView.text(of: source, request, context)
    }
  }

  /// What of the value is drawn.
  var request: TableRequest {
    TableRequest(
      name: name, rows: Self.range(rows, in: rowCount),
      columns: Self.range(columns, in: columnCount),
      pairs: isPairs)
  }

  private var isPairs: Bool { (source as? IndexMatrix)?.kind == .pairs }
  private var rowAxis: Int { source.shape.rank - (isPairs ? 3 : 2) }
  private var rowCount: Int { rowAxis < 0 ? 1 : source.shape[rowAxis] }
  private var columnCount: Int { rowAxis < -1 ? 1 : source.shape[rowAxis + 1] }

  /// Which rows or columns an item selects. Negative ones count from the end; ones out of range
  /// stay, for `Rendering` to refuse.
  private static func range(_ item: SliceItem?, in count: Int) -> Range<Int>? {
    func place(_ bound: Int) -> Int { bound < 0 ? bound + count : bound }
    func range(_ lower: Int, _ upper: Int) -> Range<Int> {
      max(0, lower)..<max(0, lower, upper)
    }
    return switch item {
    case nil: nil
    case .all?: 0..<count
    case .at(let index)?: range(place(index), place(index) + 1)
    case .range(let lower, let upper, _)?: range(place(lower ?? 0), place(upper ?? count))
    }
  }
}
