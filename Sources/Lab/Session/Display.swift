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
  private let rows: (lower: Int?, upper: Int?)?
  private let columns: (lower: Int?, upper: Int?)?

  init(
    _ source: any CellSource, named name: String?, as form: Form = .table,
    rows: (lower: Int?, upper: Int?)? = nil, columns: (lower: Int?, upper: Int?)? = nil
  ) {
    (self.source, self.name, self.form) = (source, name, form)
    (self.rows, self.columns) = (rows, columns)
  }

  /// The value drawn in a context.
  func text(_ context: RenderContext) throws -> String {
    switch form {
    case .table: try Table.text(of: source, request, context)
    case .heat: try HeatMap.text(of: source, request, context)
    case .image: try Picture.text(of: source, request, context)
    }
  }

  /// What of the value is drawn.
  var request: TableRequest {
    let shape = source.shape
    return TableRequest(
      name: name, rows: Self.range(rows, in: shape.rank < 2 ? 1 : shape[rowAxis]),
      columns: Self.range(columns, in: shape.rank < 1 ? 1 : shape[rowAxis + 1]),
      pairs: (source as? IndexMatrix)?.kind == .pairs)
  }

  private var rowAxis: Int {
    source.shape.rank - ((source as? IndexMatrix)?.kind == .pairs ? 3 : 2)
  }

  /// Bounds with ends filled in and negative ones counted from the end; out of range they stay, for
  /// `Rendering` to refuse.
  private static func range(_ bounds: (lower: Int?, upper: Int?)?, in count: Int) -> Range<Int>? {
    guard let bounds else { return nil }
    func place(_ bound: Int) -> Int { bound < 0 ? max(0, bound + count) : bound }
    let lower = place(bounds.lower ?? 0)
    return lower..<max(lower, place(bounds.upper ?? count))
  }
}
