/// One heat map with its indices.
struct HeatDrawing {
  private let plane: PicturePlane
  private let room: HeatRoom
  private let context: RenderContext
  let picture: SampledPicture
  private let scale: ShadeScale

  /// Cells between two column indices.
  private static let headerStep = 5

  init(_ plane: PicturePlane, _ room: HeatRoom, _ context: RenderContext) {
    self.plane = plane
    self.room = room
    self.context = context
    picture = SampledPicture(plane, rows: room.rows, columns: room.columns, step: room.step)
    scale = ShadeScale(picture.range?.lowerBound ?? 0, picture.range?.upperBound ?? 0)
  }

  /// What stands above a map: its label and the range of its numbers.
  static func caption(
    _ plane: PicturePlane, _ picture: SampledPicture, _ context: RenderContext
  ) -> String {
    let range = rangeText(picture, context)
    return plane.label.map { "\($0): \(range)" } ?? range
  }

  private static func rangeText(_ picture: SampledPicture, _ context: RenderContext) -> String {
    guard let range = picture.range else {
      return picture.samples.allSatisfy(\.isNaN) ? "all NaN" : "no finite number"
    }
    func texts(_ digits: Int) -> [String] {
      [range.lowerBound, range.upperBound].map { NumberFormat.text(of: $0, digits: digits) }
    }
    if range.lowerBound == range.upperBound {
      let isWhole = picture.samples.allSatisfy(\.isFinite)
      return (isWhole ? "all " : "finite ones all ") + texts(context.tableDigits)[0]
    }
    // As many digits as tell the two apart.
    let digits = (context.tableDigits..<RenderContext.mostDigits).first {
      Set(texts($0)).count == 2
    }
    return "[\(texts(digits ?? RenderContext.mostDigits).joined(separator: ", "))]"
  }

  /// The map as lines.
  var block: TextBlock {
    let bar = room.headerWidth - 2
    var header = TextLine()
    header.space(to: bar)
    header.append(context.box.vertical, .faint, context.color)
    for column in stride(from: 0, to: picture.columns, by: Self.headerStep * 2 / room.cellWidth) {
      let text = String(plane.columnRange.lowerBound + column * room.step)
      let start = room.headerWidth + room.cellWidth * column
      guard header.width < start, start + text.utf8.count <= context.arrangedWidth else { continue }
      header.space(to: start)
      header.append(text)
    }
    let rule =
      String(repeating: context.box.horizontal, count: bar) + context.box.crossing
      + String(repeating: context.box.horizontal, count: room.cellWidth * picture.columns + 1)
    let caption = Self.caption(plane, picture, context)
    return TextBlock(
      Paragraph.lines(caption, within: context.arrangedWidth)
        + [header, TextLine(rule, .faint, context.color)] + (0..<picture.rows).map(line))
  }

  private func line(_ row: Int) -> TextLine {
    let header = String(plane.rowRange.lowerBound + row * room.step)
    var line = TextLine()
    line.space(room.headerWidth - 3 - header.utf8.count)
    line.append(header)
    line.space(1)
    line.append(context.box.vertical, .faint, context.color)
    line.space(1)
    var text = ""
    for column in 0..<picture.columns {
      let value = picture[row, column]
      if context.color == .none {
        let character = scale.character(for: value)
        for _ in 0..<room.cellWidth { text.append(character) }
      } else {
        let cell = String(repeating: value.isNaN ? "?" : " ", count: room.cellWidth)
        text += scale.heat(for: value).behind(cell, context.color)
      }
    }
    if context.color == .none {
      while text.last == " " { text.removeLast() }
      line.append(text)
    } else {
      line.append(raw: text, width: room.cellWidth * picture.columns)
    }
    return line
  }
}
