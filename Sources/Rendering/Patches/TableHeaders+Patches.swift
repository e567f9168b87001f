import Tensors
public import Windows

extension TableHeaders {
  /// Headers that say which tap a row holds and which output position a column, for an order whose
  /// result is a matrix: `c0 (1,2)` is tap row 1, tap column 2 of channel 0.
  ///
  /// A channel or an image is named only where there are several.
  public static func patches(_ layout: PatchLayout) -> TableHeaders {
    guard layout.shape.rank == 2 else { return .indices }
    let isTransposed = layout.axes[0].contains(.outputRow)
    let taps: @Sendable (PatchAddress) -> String = { address in
      (layout.channels > 1 ? "c\(address.channel) " : "")
        + "(\(address.tapRow),\(address.tapColumn))"
    }
    let positions: @Sendable (PatchAddress) -> String = { address in
      (layout.images > 1 ? "n\(address.image) " : "")
        + "(\(address.outputRow),\(address.outputColumn))"
    }
    let (row, column) = isTransposed ? (positions, taps) : (taps, positions)
    return TableHeaders(
      rowTitle: isTransposed ? "output" : "tap", columnTitle: isTransposed ? "tap" : "output",
      row: { row(layout.address(of: [$0, 0])) }, column: { column(layout.address(of: [0, $0])) })
  }
}
