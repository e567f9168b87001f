import Tensors
import Windows

extension PatchLayout {
  /// The address arithmetic of a cell, a line each: how its index falls into channel, tap and
  /// output, and where in the image that is.
  ///
  ///     row 13 = 1 * 9 + 1 * 3 + 1: channel 1, tap row 1, tap column 1
  ///     column 7 = 0 * 16 + 1 * 4 + 3: image 0, output row 1, output column 3
  ///     input row = 1 * 2 - 1 + 1 * 1 = 2
  ///     input column = 3 * 2 - 1 + 1 * 1 = 6: right padding
  func notes(on index: CellIndex) -> [String] {
    let address = address(of: index)
    let names = shape.rank == 2 ? ["row", "column"] : (0..<shape.rank).map { "axis \($0)" }
    let lines = axes.indices.map { axis in
      let factors = axes[axis]
      let parts = factors.map { "\($0) \(address[$0])" }.joined(separator: ", ")
      guard factors.count > 1 else { return "\(names[axis]): \(parts)" }
      var weight = 1
      var sum: [String] = []
      for factor in factors.reversed() {
        sum.append(weight == 1 ? "\(address[factor])" : "\(address[factor]) * \(weight)")
        weight *= count(of: factor)
      }
      return "\(names[axis]) \(index[axis]) = \(sum.reversed().joined(separator: " + ")): \(parts)"
    }
    let place = place(of: address)
    let padding = place.sideName.map { ": \($0) padding" } ?? ""
    return lines + [
      "input row = "
        + window.rows.formula(output: address.outputRow, tap: address.tapRow),
      "input column = "
        + window.columns.formula(output: address.outputColumn, tap: address.tapColumn) + padding,
    ]
  }
}

extension WindowAxis {
  /// The relation with its numbers: `1 * 2 - 1 + 1 * 1 = 2`.
  fileprivate func formula(output: Int, tap: Int) -> String {
    "\(output) * \(stride) - \(padBefore) + \(tap) * \(dilation) = "
      + "\(input(output: output, tap: tap))"
  }
}

extension PatchAddress {
  /// The tap and the window, for a note on a term.
  var note: String { "tap \(tapRow),\(tapColumn) of window \(outputRow),\(outputColumn)" }
}
