extension MatrixOperand {
  /// One cell of the matrix, worked out on its own.
  func cell<S: Scalar>(_ row: Int, _ column: Int, as type: S.Type) -> S {
    switch self {
    case .strided(let cells):
      cells.storage.pointer(type)[
        cells.offset + row * cells.strides[0] + column * cells.strides[1]]
    case .patches(let patches):
      patches.positionsAreRows
        ? patches.cell(tap: column, position: row, as: type)
        : patches.cell(tap: row, position: column, as: type)
    }
  }
}

extension PatchOperand {
  /// The cell that a tap reads at a position: 0 in the padding.
  func cell<S: Scalar>(tap: Int, position: Int, as type: S.Type) -> S {
    let (image, place) = position.quotientAndRemainder(dividingBy: runs.positions)
    let (outputRow, outputColumn) = place.quotientAndRemainder(dividingBy: runs.outputColumns)
    let channel: Int
    let tapOfWindow: Int
    switch tapOrder {
    case .channelsOutermost:
      (channel, tapOfWindow) = tap.quotientAndRemainder(dividingBy: runs.taps)
    case .channelsInnermost:
      (tapOfWindow, channel) = tap.quotientAndRemainder(dividingBy: channels)
    }
    let (tapRow, tapColumn) = tapOfWindow.quotientAndRemainder(dividingBy: runs.tapColumns)
    let inputRow = Int(runs.inputRows[tapRow * runs.outputRows + outputRow])
    let run = runs.columnRuns[tapColumn]
    let inside = outputColumn - run.zerosBefore
    guard inputRow >= 0, inside >= 0, inside < run.length else { return 0 }
    let inputColumn = run.inputOffset + inside * runs.columnStep
    return storage.pointer(type)[
      offset + image * imageStride + channel * channelStride + inputRow * rowStride
        + inputColumn * columnStride]
  }
}
