import Rendering
import Tensors
import Windows

/// Values as `show` draws them.
struct Display {
  /// The forms of `as=`.
  enum Form: String {
    case table, heat, image
  }

  private let values: [(source: any CellSource, name: String?)]
  private let form: Form
  private let rows: SliceItem?
  private let columns: SliceItem?

  init(
    _ values: [(source: any CellSource, name: String?)], as form: Form = .table,
    rows: SliceItem? = nil, columns: SliceItem? = nil
  ) {
    (self.values, self.form) = (values, form)
    (self.rows, self.columns) = (rows, columns)
  }

  init(_ source: any CellSource, named name: String?) {
    self.init([(source, name)])
  }

  /// The values drawn in a context.
  func text(_ context: RenderContext) throws -> String {
    switch form {
    case .table:
      if values.count == 1, let shape = values[0].source as? ShapeVector {
        return shape.lengths.description
      }
      return try document(context).text(context)
    case .heat: return try HeatMap.text(of: requests(), context)
    case .image: return try PictureView.text(of: requests(), context)
    }
  }

  /// The values as tables, as a file of text holds them.
  func document(_ context: RenderContext) throws -> TableDocument {
    let requests = try requests()
    guard requests.count == 1 else { return try Table.document(of: requests, context) }
    return try Table.document(of: requests[0].source, requests[0].request, context)
  }

  /// What of the values is drawn.
  ///
  /// - Throws: an `Explanation` if rows or columns are selected that a value does not have.
  private func requests() throws -> [RequestedValue] {
    try values.map { source, name in
      let isPairs = (source as? IndexMatrix)?.kind == .pairs
      let rowAxis = source.shape.rank - (isPairs ? 3 : 2)
      return RequestedValue(
        source,
        TableRequest(
          name: name,
          rows: try Self.range(rows, "rows", in: rowAxis < 0 ? nil : source.shape[rowAxis]),
          columns: try Self.range(
            columns, "columns", in: rowAxis < -1 ? nil : source.shape[rowAxis + 1]),
          pairs: isPairs))
    }
  }

  /// Which rows or columns an item selects; negative ones count from the end. Those of a value that
  /// has none are left for `Rendering` to refuse.
  private static func range(
    _ item: SliceItem?, _ what: String, in count: Int?
  ) throws -> Range<Int>? {
    guard let item else { return nil }
    guard let count else { return 0..<1 }
    func place(_ bound: Int) -> Int { SliceItem.place(bound, of: count) }
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
