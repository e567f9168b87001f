/// How large pictures are drawn.
struct PictureRoom {
  private let width: Int
  private let height: Int?
  /// Rows of pixels that a line of text holds, relative to its columns: a character is twice as high
  /// as wide, and with colour it holds two pixels.
  private let isColor: Bool
  private let perRow: Int
  private let enlargedWidth: Int

  /// The least columns of a picture that shares its line with others.
  private static let leastWidth = 22
  /// Small pictures are enlarged up to so many columns, less far where there are many of them.
  private static let enlargedWidth = 32
  private static let enlargedWidthOfMany = 16

  /// Divides the room among pictures.
  init(_ context: RenderContext, count: Int) {
    let columns = context.arrangedWidth
    perRow = min(count, max(1, (columns + TextBlock.gap) / (Self.leastWidth + TextBlock.gap)))
    width = max(1, (columns + TextBlock.gap) / perRow - TextBlock.gap)
    enlargedWidth = count > perRow ? Self.enlargedWidthOfMany : Self.enlargedWidth
    height = context.elides ? context.height.map { max(4, $0 - 4) } : nil
    isColor = context.color != .none
  }

  /// The samples that a picture is drawn with. Without colour a sample is a character; with colour
  /// half of one, so that samples are square.
  func size(of plane: PicturePlane) -> (rows: Int, columns: Int) {
    let unit = isColor ? 1 : 2
    let natural = plane.columns.multipliedReportingOverflow(by: unit)
    let isSmall = !natural.overflow && natural.partialValue <= width
    var columns = width
    if isSmall {
      let factor = max(1, min(width, enlargedWidth) / natural.partialValue)
      columns = natural.partialValue * factor
    }
    var rows = self.rows(of: plane, columns: columns)
    if let height {
      let most = height * (isColor ? 2 : 1)
      if rows > most {
        columns = max(1, columns * most / rows)
        rows = min(most, self.rows(of: plane, columns: columns))
      }
    }
    return (rows, columns)
  }

  private func rows(of plane: PicturePlane, columns: Int) -> Int {
    let unit = isColor ? 1.0 : 2.0
    let rows = Double(plane.rows) * Double(columns) / (Double(plane.columns) * unit)
    // A strip of one pixel's height is not drawn a thousand lines high.
    return max(1, Int(min(rows, 1000).rounded()))
  }

  /// How many pictures of one size are drawn before the screen is full.
  func count(of plane: PicturePlane) -> Int {
    guard let height else { return Int.max }
    let size = size(of: plane)
    let lines = (isColor ? (size.rows + 1) / 2 : size.rows) + 2
    let beside = max(perRow, TextBlock.countBeside(width: size.columns, within: width * perRow))
    return beside * max(1, (height + 1) / lines)
  }
}
