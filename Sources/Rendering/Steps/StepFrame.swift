import Text

/// The parts of a frame and how they stand on the screen: the input on the left, what it meets and the
/// result in the middle, the arithmetic on the right.
struct StepFrame {
  let width: Int
  let height: Int
  let context: RenderContext
  /// Whether the arithmetic has room for products only.
  let isBrief: Bool
  var title = ""
  var input: MarkedGrid?
  /// What stands in the middle, top to bottom; the last one is the result.
  var middle: [MarkedGrid] = []
  /// The arithmetic, for so many lines.
  var arithmetic: (_ lines: Int) -> TextBlock = { _ in TextBlock() }
  /// What is said below.
  var sentences: [String] = []

  private static let gap = 3

  init(width: Int, height: Int, context: RenderContext, isBrief: Bool) {
    self.width = width
    self.height = height
    self.context = context
    self.isBrief = isBrief
  }

  /// The frame as lines.
  var block: TextBlock {
    let said = sentences.map { TextLine(clipped($0)) }
    let room = max(6, height - 2 - said.count - (said.isEmpty ? 0 : 1))
    let right = arithmetic(room)
    // A width that changed with every number would make the picture jump from frame to frame.
    let rightWidth = right.width == 0 ? 0 : (right.width + 3) / 4 * 4
    var lines = [TextLine(clipped(title), .bold, context.color), TextLine()]
    lines += TextBlock.beside(picture(right, rightWidth, room), gap: Self.gap).lines
    if !said.isEmpty { lines += [TextLine()] + said }
    return TextBlock(Array(lines.prefix(height)))
  }

  /// Whether the marked columns of the input can all be seen.
  var showsWholePatch: Bool {
    guard let input else { return true }
    let right = arithmetic(height).width
    let rest = width - (right > 0 ? (right + 3) / 4 * 4 + Self.gap : 0)
    if close.wholeWidth <= rest { return true }
    return close.input.map { $0.columnCount(within: rest * 3 / 5) >= input.focus.columns.count }
      ?? true
  }

  private func picture(_ right: TextBlock, _ rightWidth: Int, _ room: Int) -> [TextBlock] {
    let rest = width - (rightWidth > 0 ? rightWidth + Self.gap : 0)
    var frame = self
    if frame.wholeWidth > rest { frame = frame.close }
    var (inputWidth, middleWidth) = (frame.input?.wholeWidth ?? 0, frame.wholeMiddleWidth)
    let gaps = inputWidth > 0 && middleWidth > 0 ? Self.gap : 0
    if inputWidth + gaps + middleWidth > rest {
      // Each gives way down to its share of what there is, or to what the other leaves.
      let share = (rest - gaps) * 3 / 5
      inputWidth = min(inputWidth, max(share, rest - gaps - middleWidth))
      middleWidth = min(middleWidth, rest - gaps - inputWidth)
    }
    var blocks: [TextBlock] = []
    if let input = frame.input {
      blocks.append(input.block(width: inputWidth, height: room, context))
    }
    if !frame.middle.isEmpty { blocks.append(frame.middleBlock(width: middleWidth, height: room)) }
    if !right.lines.isEmpty { blocks.append(right) }
    // Numbers may be so long that not even one column of each fits.
    while blocks.count > 1,
      blocks.reduce(-Self.gap, { $0 + $1.width + Self.gap }) > width
    {
      blocks.removeLast()
    }
    return blocks
  }

  /// The same frame with columns that stand close.
  private var close: StepFrame {
    var frame = self
    frame.input?.gap = 1
    for place in frame.middle.indices { frame.middle[place].gap = 1 }
    return frame
  }

  private var wholeMiddleWidth: Int { middle.reduce(0) { max($0, $1.wholeWidth) } }

  private var wholeWidth: Int {
    let parts = [input?.wholeWidth ?? 0, wholeMiddleWidth].filter { $0 > 0 }
    return parts.reduce(0, +) + Self.gap * (parts.count - 1)
  }

  /// What stands in the middle; the parts share the height.
  private func middleBlock(width: Int, height: Int) -> TextBlock {
    guard !middle.isEmpty else { return TextBlock() }
    let separators = middle.count - 1
    var lines: [TextLine] = []
    var rest = height - separators
    for (place, grid) in middle.enumerated() {
      let waiting = middle[(place + 1)...].reduce(0) { $0 + min($1.wholeHeight, 6) }
      let share = max(min(grid.wholeHeight, 6), rest - waiting)
      let block = grid.block(width: width, height: min(grid.wholeHeight, share), context)
      if place > 0 { lines.append(TextLine()) }
      lines += block.lines
      rest -= block.lines.count
    }
    return TextBlock(lines)
  }

  private func clipped(_ text: String) -> String {
    guard DisplayText.width(text) > width else { return text }
    var clipped = ""
    for character in text {
      if DisplayText.width(clipped) + DisplayText.width(character) > width - 2 { break }
      clipped.append(character)
    }
    return clipped + ".."
  }
}
