public import Tensors
import Text

/// Values drawn as pictures: what `show x as=image` prints.
///
/// With colour a character holds two pixels, one above the other; without, a character of a ramp
/// from blank to full stands for a pixel's brightness.
public enum PictureView {
  /// Draws pictures side by side where they fit, then what black and white stand for.
  ///
  /// Numbers from 0 to 1 are taken as they are; other ranges are stretched, all pictures alike.
  ///
  /// - Throws: `RenderingError.notAPicture`; `.nothingToDraw` of an empty list.
  public static func text(
    of values: [RequestedValue], _ context: RenderContext
  ) throws(RenderingError) -> String {
    var planes: [PicturePlanes] = []
    for value in values {
      planes.append(try PicturePlanes(value.source, value.request, inColor: true))
    }
    guard let first = planes.first?[0] else { throw .nothingToDraw }
    let count = planes.reduce(0) { $0 + $1.count }
    let room = PictureRoom(context, count: count)
    let most = room.count(of: first)
    let shown = planes.reduce(into: []) { $0 += $1.prefix(most - $0.count) }
    let pictures = shown.map { plane in
      let size = room.size(of: plane)
      return SampledPicture(plane, rows: size.rows, columns: size.columns)
    }
    let scale = scale(pictures)
    let blocks = zip(shown, pictures).map { plane, picture in
      block(plane, picture, scale, context)
    }
    var result = TextBlock.flowing(blocks, within: context.arrangedWidth)
    var notes = [note(shown, pictures, scale, context)]
    if shown.count < count {
      notes.append(
        planes.count == 1
          ? planes[0].hiddenNote(after: shown.count, "as=image")
          : "hidden: \(Quantity.count(count - shown.count)) more pictures")
    }
    for note in notes {
      result.lines += Paragraph.lines(note, within: context.arrangedWidth)
    }
    return result.text
  }

  /// Draws one value.
  ///
  /// - Throws: `RenderingError.notAPicture`.
  public static func text(
    of source: any CellSource, _ request: TableRequest, _ context: RenderContext
  ) throws(RenderingError) -> String {
    try text(of: [RequestedValue(source, request)], context)
  }

  private static func scale(_ pictures: [SampledPicture]) -> ShadeScale {
    let ranges = pictures.compactMap(\.range)
    let lowest = ranges.map(\.lowerBound).min() ?? 0
    let highest = ranges.map(\.upperBound).max() ?? 1
    return lowest >= 0 && highest <= 1 ? ShadeScale(0, 1) : ShadeScale(lowest, highest)
  }

  private static func block(
    _ plane: PicturePlane, _ picture: SampledPicture, _ scale: ShadeScale, _ context: RenderContext
  ) -> TextBlock {
    var lines: [TextLine] = []
    if let label = plane.label { lines = heading(label + ":", context) }
    let drawing = PictureDrawing(picture: picture, scale: scale, depth: context.color)
    return TextBlock(lines + drawing.lines, leastWidth: picture.columns)
  }

  private static func heading(_ text: String, _ context: RenderContext) -> [TextLine] {
    guard DisplayText.width(text) > context.arrangedWidth else {
      return [TextLine(text, .bold, context.color)]
    }
    return Paragraph.lines(text, within: context.arrangedWidth)
  }

  /// The sizes, and what the shades stand for.
  private static func note(
    _ planes: [PicturePlane], _ pictures: [SampledPicture], _ scale: ShadeScale,
    _ context: RenderContext
  ) -> String {
    func number(_ value: Double) -> String {
      NumberFormat.text(of: value, digits: context.tableDigits)
    }
    var sizes: [String] = []
    for (plane, picture) in zip(planes, pictures) {
      var size = "\(plane.rows)x\(plane.columns)"
      if plane.channels > 1 { size += context.color == .none ? " in grey" : " in colour" }
      if picture.columns < plane.columns { size += " drawn \(picture.columns) columns wide" }
      if !sizes.contains(size) { sizes.append(size) }
    }
    let shades = context.color == .none ? ("blank", "@") : ("black", "white")
    var text = sizes.count > 3 ? "several sizes" : sizes.joined(separator: ", ")
    text += ", \(shades.0) \(number(scale.lowest)), \(shades.1) \(number(scale.highest))"
    if pictures.contains(where: { $0.samples.contains(where: \.isNaN) }) {
      text += context.color == .none ? ", NaN is ?" : ", NaN is magenta"
    }
    return text
  }
}
