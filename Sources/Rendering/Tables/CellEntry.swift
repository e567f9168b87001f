/// What a cell holds before it is written.
enum CellEntry: Hashable {
  case number(Double)
  case pair(Double, Double)

  /// A pair as it is written: `(0,-1)`.
  static func text(_ first: Double, _ second: Double) -> String {
    let digits = RenderContext.mostDigits
    return "(" + NumberFormat.text(of: first, digits: digits) + ","
      + NumberFormat.text(of: second, digits: digits) + ")"
  }
}
