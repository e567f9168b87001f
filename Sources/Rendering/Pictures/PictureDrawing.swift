/// The lines of one picture.
struct PictureDrawing {
  let picture: SampledPicture
  let scale: ShadeScale
  let depth: ColorDepth

  /// One line a row of samples, or one for two rows with colour.
  var lines: [TextLine] {
    depth == .none
      ? (0..<picture.rows).map(plainLine)
      : stride(from: 0, to: picture.rows, by: 2).map(coloredLine)
  }

  private func plainLine(_ row: Int) -> TextLine {
    var text = ""
    for column in 0..<picture.columns { text.append(scale.character(for: grey(row, column))) }
    while text.last == " " { text.removeLast() }
    return TextLine(text)
  }

  /// A number, or what three channels look like to an eye that sees no colours (Rec. 601).
  private func grey(_ row: Int, _ column: Int) -> Double {
    guard picture.channels == 3 else { return picture[row, column] }
    return 0.299 * picture[row, column, 0] + 0.587 * picture[row, column, 1]
      + 0.114 * picture[row, column, 2]
  }

  /// Runs of one pair of colours share their escape sequence.
  private func coloredLine(_ row: Int) -> TextLine {
    var text = ""
    var last = ""
    for column in 0..<picture.columns {
      var codes = "38;" + color(row, column).selection(depth)
      if row + 1 < picture.rows { codes += ";48;" + color(row + 1, column).selection(depth) }
      if codes != last { text += "\u{1B}[\(codes)m" }
      last = codes
      text += "▀"
    }
    var line = TextLine()
    line.append(raw: text + "\u{1B}[0m", width: picture.columns)
    return line
  }

  private func color(_ row: Int, _ column: Int) -> PictureColor {
    guard picture.channels == 3 else { return scale.grey(for: picture[row, column]) }
    let levels = (0..<3).map { scale.position(of: picture[row, column, $0]) }
    if levels.contains(where: \.isNaN) { return .notANumber }
    return PictureColor(levels[0], levels[1], levels[2])
  }
}
