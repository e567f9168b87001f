/// Rows of an image as a window reads them: between the padding's zeros, and split by the phases of
/// the columns' step where they are to be read side by side.
struct PaddedLine<Element: TileCell> {
  /// Cells of a row in scratch.
  let pitch: Int
  /// Columns a phase, and how many phases there are.
  private let length: Int
  private let phases: Int
  /// Cells of the image from one of a phase to the next.
  private let step: Int
  /// The first phase, if not the only one.
  let first: Section
  private let columns: AxisSteps
  private let columnStride: Int
  private let end: UnsafePointer<Element>

  /// - Parameters:
  ///   - columnStride: from one pixel to the next.
  ///   - end: the end of the image's block: no vector is read past it.
  ///   - isSplit: whether outputs side by side read cells side by side.
  init(
    _ columns: AxisSteps, columnStride: Int, end: UnsafePointer<Element>, isSplit: Bool = false
  ) {
    self.columns = columns
    self.columnStride = columnStride
    self.end = end
    phases = isSplit ? columns.outputStep : 1
    length = (columns.span(columns.outputs) + phases - 1) / phases
    pitch = phases * length
    step = phases * columnStride
    first = Section(columns, 0, phases, length)
  }

  /// Where the cell of a column lies in a row.
  @inline(__always)
  func place(_ column: Int) -> Int {
    if phases == 1 { return column }
    let (place, phase) = column.quotientAndRemainder(dividingBy: phases)
    return phase &* length &+ place
  }

  /// Copies a row, or writes zeros for one in the padding.
  ///
  /// - Parameter row: the row's pixel in column 0. Up to a vector more than the pitch is written.
  @inline(__always)
  func fill(_ row: UnsafePointer<Element>?, _ target: UnsafeMutablePointer<Element>) {
    guard let row else { return VectorCopy.zeros(target, count: pitch) }
    fill(row, target, first)
    for phase in 1..<max(1, phases) {
      fill(row, target + phase &* length, Section(columns, phase, phases, length))
    }
  }

  @inline(__always)
  private func fill(
    _ row: UnsafePointer<Element>, _ target: UnsafeMutablePointer<Element>, _ section: Section
  ) {
    if section.before > 0 { VectorCopy.zeros(target, count: section.before) }
    let (source, inside) = (row + section.pixel &* columnStride, target + section.before)
    if step == 1 {
      VectorCopy.run(source, to: inside, count: section.inside, end: end)
    } else {
      VectorCopy.every(step, source, to: inside, count: section.inside, end: end)
    }
    if section.after > 0 {
      VectorCopy.zeros(inside + section.inside, count: section.after)
    }
  }

  /// The cells of a phase that lie in the padding before the image, in it, and after it.
  struct Section {
    let before: Int
    let inside: Int
    let after: Int
    /// The pixel in the first cell inside.
    let pixel: Int

    init(_ columns: AxisSteps, _ phase: Int, _ phases: Int, _ length: Int) {
      let origin = columns.origin + phase
      before = origin >= 0 ? 0 : min(length, (phases - 1 - origin) / phases)
      let end = origin >= columns.inputs ? 0 : (columns.inputs - 1 - origin) / phases + 1
      inside = max(before, min(length, end)) - before
      after = length - before - inside
      pixel = origin + before * phases
    }
  }
}
