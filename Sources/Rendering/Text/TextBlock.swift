/// Lines that belong together and are placed as one: a table, a picture, a plot.
struct TextBlock: Sendable, Hashable {
  /// The lines, top to bottom.
  var lines: [TextLine]
  /// Columns the block takes even where its lines end in blanks.
  var leastWidth = 0
  /// The columns the widest line takes.
  var width: Int { lines.reduce(leastWidth) { max($0, $1.width) } }

  /// Columns between two blocks side by side, and between such that would not fit otherwise.
  static let gap = 4
  static let closeGap = 2

  /// Makes a block.
  init(_ lines: [TextLine] = [], leastWidth: Int = 0) {
    self.lines = lines
    self.leastWidth = leastWidth
  }

  /// How many blocks of a width stand side by side within some columns: one at least.
  static func countBeside(width: Int, within columns: Int) -> Int {
    max(1, (columns + closeGap) / (width + closeGap))
  }

  /// Blocks side by side as long as they fit, then further down after an empty line.
  ///
  /// Blocks of one width line up in a grid. They stand close if that saves a row of blocks.
  static func flowing(_ blocks: [TextBlock], within columns: Int) -> TextBlock {
    let widths = blocks.map(\.width)
    let wide = bands(widths, gap: gap, within: columns)
    let close = bands(widths, gap: closeGap, within: columns)
    let isClose = close.count < wide.count
    var result = TextBlock()
    for band in isClose ? close : wide {
      if !result.lines.isEmpty { result.lines.append(TextLine()) }
      result.lines += beside(Array(blocks[band]), gap: isClose ? closeGap : gap).lines
    }
    return result
  }

  /// Divides blocks into rows, each as long as it can be.
  private static func bands(_ widths: [Int], gap: Int, within columns: Int) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    var start = 0
    var used = 0
    for (place, width) in widths.enumerated() {
      if place > start, used + gap + width > columns {
        bands.append(start..<place)
        start = place
      }
      used = place == start ? width : used + gap + width
    }
    return widths.isEmpty ? bands : bands + [start..<widths.count]
  }

  /// Blocks side by side, their first lines level.
  static func beside(_ blocks: [TextBlock], gap: Int = gap) -> TextBlock {
    let height = blocks.reduce(0) { max($0, $1.lines.count) }
    let widths = blocks.map(\.width)
    return TextBlock(
      (0..<height).map { row in
        var line = TextLine()
        var start = 0
        for (block, width) in zip(blocks, widths) {
          line.space(to: start)
          if row < block.lines.count { line.append(block.lines[row]) }
          start += width + gap
        }
        return line
      })
  }

  /// The lines as one text, without a line break at its end.
  var text: String {
    var text = ""
    for (place, line) in lines.enumerated() {
      if place > 0 { text += "\n" }
      text += line.text
    }
    return text
  }
}
