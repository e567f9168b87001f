import Convolution
import Windows

extension LabelledLines {
  /// The size formulas with their numbers, what is left over, and the padding's sides.
  mutating func addSizes(of plan: ConvolutionPlan) {
    let window = plan.window
    let isBackwards = plan.isBackwards
    if plan.rows.formula == plan.columns.formula, plan.rows == plan.columns {
      add("size", plan.rows.formula + ", rows and columns alike")
      addReach(plan.rows)
      addRemainders(plan, [.rows, .columns])
    } else {
      add("rows", plan.rows.formula)
      addReach(plan.rows)
      addRemainders(plan, [.rows])
      add("columns", plan.columns.formula)
      addReach(plan.columns)
      addRemainders(plan, [.columns])
    }
    if let padding = Self.padding(window.sides) {
      add(isBackwards ? "cut off" : "padding", padding)
    }
  }

  private mutating func addReach(_ size: SizeDerivation) {
    if let reach = size.extentFormula { add("", "where the kernel reaches over " + reach) }
  }

  /// What the division leaves over: which rows and columns of the image no window reads.
  private mutating func addRemainders(_ plan: ConvolutionPlan, _ directions: [WindowDirection]) {
    guard !plan.isBackwards else { return }
    let texts = directions.flatMap { direction in
      Self.remainders(
        direction == .rows ? plan.rows : plan.columns, direction == .rows ? "row" : "column",
        side: direction == .rows ? "bottom" : "right")
    }
    if texts.isEmpty { add("", "nothing is left over") }
    for text in texts { add("", text) }
  }

  private static func remainders(
    _ size: SizeDerivation, _ what: String, side: String
  ) -> [String] {
    let axis = size.axis
    var texts: [String] = []
    if axis.overhang > 0 {
      texts.append(
        "the last window hangs \(Quantity.counted(axis.overhang, what)) over the \(side)")
    }
    if size.dropsLastWindow {
      texts.append("a window more would start past the image, so it is not counted")
    }
    if axis.leftOver > 0 {
      let pixels = axis.leftOverInput
      let padding = axis.leftOver - pixels
      var text = "remainder \(axis.leftOver): "
      if pixels > 0 {
        text +=
          "\(Quantity.counted(pixels, what)) at the \(side) \(pixels == 1 ? "is" : "are") never read"
      }
      if padding > 0 {
        text += (pixels > 0 ? ", nor " : "only ") + "\(Quantity.counted(padding, what)) of padding"
        if pixels == 0 { text += padding == 1 ? " is never read" : " are never read" }
      }
      texts.append(text)
    }
    let gap = max(0, axis.stride - axis.extent)
    if gap > 0, axis.output > 1 {
      texts.append(
        "the stride steps over \(Quantity.counted(gap, what)) between two windows; nothing reads "
          + (gap == 1 ? "it" : "them"))
    }
    return texts
  }

  /// The padding side by side, saying where an odd one went; nil if there is none.
  private static func padding(_ sides: PaddingSides) -> String? {
    let all = [sides.top, sides.bottom, sides.left, sides.right]
    if all.allSatisfy({ $0 == 0 }) { return nil }
    if Set(all).count == 1 { return "\(sides.top) on every side" }
    var text = "top \(sides.top), bottom \(sides.bottom), left \(sides.left), right \(sides.right)"
    var odd: [String] = []
    if abs(sides.top - sides.bottom) == 1 {
      odd.append(sides.top > sides.bottom ? "top" : "bottom")
    }
    if abs(sides.left - sides.right) == 1 {
      odd.append(sides.left > sides.right ? "left" : "right")
    }
    if !odd.isEmpty { text += "; the odd one is at the " + odd.joined(separator: " and the ") }
    return text
  }
}
