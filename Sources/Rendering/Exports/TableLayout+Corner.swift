extension TableLayout {
  /// What formats without a line for the columns' title write in the corner: `tap \ position`.
  var corner: String {
    [rowTitle, columnTitle].filter { !$0.isEmpty }.joined(separator: " \\ ")
  }
}
