import Kernels
import Provenance
import Tensors
import Windows

/// The walk through an im2col matrix window by window.
extension StepScene {
  func addPatch(_ row: Int, _ column: Int, to frame: inout StepFrame) {
    guard let window, let patches else { return }
    let context = frame.context
    frame.input = imageGrid(window, row, column, context)
    if patches.shape.rank < 4 { frame.middle = [matrixGrid(patches, row, column, context)] }
    let entries = entries(patches, window, row, column)
    let isBrief = frame.isBrief
    frame.arithmetic = { Self.block(entries, lines: $0, isBrief: isBrief, context) }
    frame.sentences = relations(row, column)
    if patches.channels > 1 {
      frame.sentences.append(
        "channel \(choice.channel) of \(patches.channels) is shown; channel= chooses another")
    }
  }

  private func imageGrid(
    _ window: SlidingWindow, _ row: Int, _ column: Int, _ context: RenderContext
  ) -> MarkedGrid {
    let axes = PlaneAxes(step.shape(of: 0))
    return grid(
      of: 0, axes, Array([choice.image, choice.channel].suffix(axes.others.count)),
      rows: Self.reach(window.rows), columns: Self.reach(window.columns),
      marked: Self.patch(window, row, column), context)
  }

  /// The matrix, or the image's part of it, with the cells of the windows that were walked through.
  private func matrixGrid(
    _ patches: PatchLayout, _ row: Int, _ column: Int, _ context: RenderContext
  ) -> MarkedGrid {
    let source = node.value.source
    let axes = PlaneAxes(patches.shape)
    let plane = axes.others.isEmpty ? [] : [choice.image]
    let image = choice.image
    func address(_ r: Int, _ c: Int) -> PatchAddress {
      patches.address(of: axes.index(plane: plane, row: r, column: c))
    }
    func isHere(_ address: PatchAddress) -> Bool {
      address.image == image && address.outputRow == row && address.outputColumn == column
    }
    var marked: Set<CellIndex> = []
    for entry in entries(patches, window ?? patches.window, row, column) {
      let place = axes.place(of: entry.index)
      marked.insert([place.row, place.column])
    }
    let format = format(
      step.operands[0].value.source, PlaneAxes(step.shape(of: 0)),
      Array([choice.image, choice.channel].suffix(max(0, step.shape(of: 0).rank - 2))), context)
    let name = names.name(of: node) ?? "im2col"
    return MarkedGrid(
      name: "\(name)\(axes.text(plane: plane))", size: "\(axes.rows)x\(axes.columns)",
      rows: 0..<axes.rows, columns: 0..<axes.columns,
      cell: { r, c in
        let address = address(r, c)
        let isReached =
          (address.image, address.outputRow, address.outputColumn) <= (image, row, column)
        return isReached
          ? .number(source.cell(axes.index(plane: plane, row: r, column: c))) : .waiting
      },
      isMarked: { isHere(address($0, $1)) }, focus: Self.bounds(of: marked),
      format: format.format, numberWidth: max(1, format.width))
  }

  /// One cell of the matrix that the window fills.
  struct Entry {
    let index: CellIndex
    let tap: String
    let place: String
    let value: String
    let isPadding: Bool
  }

  private func entries(
    _ patches: PatchLayout, _ window: SlidingWindow, _ row: Int, _ column: Int
  ) -> [Entry] {
    let source = node.value.source
    var entries: [Entry] = []
    for tapRow in 0..<window.rows.taps {
      for tapColumn in 0..<window.columns.taps {
        let address = PatchAddress(
          image: choice.image, channel: choice.channel, tapRow: tapRow, tapColumn: tapColumn,
          outputRow: row, outputColumn: column)
        let index = patches.index(of: address)
        let place = patches.place(of: address)
        entries.append(
          Entry(
            index: index, tap: "\(tapRow),\(tapColumn)",
            place: place.isInside ? "\(place.row),\(place.column)" : "pad",
            value: NumberFormat.text(of: source.cell(index), digits: 4),
            isPadding: !place.isInside))
      }
    }
    return entries.sorted { $0.index.array.lexicographicallyPrecedes($1.index.array) }
  }

  private static func block(
    _ entries: [Entry], lines room: Int, isBrief: Bool, _ context: RenderContext
  ) -> TextBlock {
    let free = max(3, room - 2)
    let shown =
      entries.count <= free
      ? ShownPlaces(0..<entries.count) : ShownPlaces(0..<entries.count, showing: free - 1)
    var rows = AlignedRows([
      ("cell", .left), (isBrief ? "" : "tap", .left), ("pixel", .left),
      (isBrief ? "" : "value", .right),
    ])
    rows.indent = 0
    for (row, place) in shown.places.enumerated() {
      if shown.isElided, row == shown.front { rows.add(.cells([":", "", ":", ""])) }
      let entry = entries[place]
      rows.add(
        .cells(
          ["\(entry.index)", isBrief ? "" : entry.tap, entry.place, isBrief ? "" : entry.value],
          ink: entry.isPadding ? .faint : nil))
    }
    return TextBlock([TextLine("filled by the window", .bold, context.color)] + rows.lines(context))
  }
}
