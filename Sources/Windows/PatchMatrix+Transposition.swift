extension PatchMatrix {
  /// The transposed matrix, lazy too: `columns` read as `rows` and the other way round; nil for the
  /// orders whose transpose is none of the seven.
  public var transposed: PatchMatrix? {
    switch layout.order {
    case .columns: try? PatchMatrix(input, window: layout.window, order: .rows)
    case .rows: try? PatchMatrix(input, window: layout.window, order: .columns)
    case .windows, .unfold, .cs231n, .matlab, .matlabRows: nil
    }
  }
}
