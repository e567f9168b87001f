/// The characters of a plot: curves and their marks.
struct PlotDrawing {
  private let curves: [CurveValues]
  private let styles: [CurveStyle]
  private let indices: IndexAxis
  private let values: ValueAxis
  private let context: RenderContext
  private let rasters: [DotRaster]
  private var marks: [Place: Mark] = [:]

  /// The curves whose marks fall on one character, and which of their points they are.
  private struct Mark {
    var curves: [Int] = []
    let index: Int
    /// Curves that share all their points take turns.
    var curve: Int { curves[index % curves.count] }
  }

  /// A character's place, counted from the top left.
  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// Columns from one mark on a long curve to the next.
  private static let markStep = 24
  /// Points are marked one by one where they are so many columns apart.
  private static let sparseStep = 4

  init(_ curves: [CurveValues], _ indices: IndexAxis, _ values: ValueAxis, _ context: RenderContext)
  {
    self.curves = curves
    styles = curves.indices.map(CurveStyle.init)
    self.indices = indices
    self.values = values
    self.context = context
    let grain: DotRaster.Grain = context.box == .unicode ? .braille : .plain
    rasters = curves.map { curve in
      var raster = DotRaster(columns: indices.columns, rows: values.rows, grain: grain)
      raster.draw(curve, indices, values)
      return raster
    }
    for place in curves.indices { mark(place) }
  }

  /// Marks a curve's points where they are few, else the curve now and then if there are several.
  private mutating func mark(_ place: Int) {
    let curve = curves[place]
    let isSparse = (indices.indices.count - 1) * Self.sparseStep < indices.columns
    if isSparse || curve.count == 1 {
      for index in stride(from: curve.first, through: curve.last, by: 1)
      where curve.isDrawn(curve[index]) {
        let row = values.rows - 1 - Int(values.height(of: curve[index]).rounded())
        add(place, min(max(0, row), values.rows - 1), indices.column(of: index), index)
      }
    } else if curves.count > 1, context.box == .unicode {
      let first = Self.markStep * (2 * place + 1) / (2 * curves.count)
      for column in stride(from: first, to: indices.columns, by: Self.markStep) {
        guard let row = rasters[place].character(inColumn: column) else { continue }
        add(place, row, column, column / Self.markStep)
      }
    }
  }

  private mutating func add(_ curve: Int, _ row: Int, _ column: Int, _ index: Int) {
    marks[Place(row: row, column: column), default: Mark(index: index)].curves.append(curve)
  }

  /// A row of the drawing, counted from the top.
  func line(_ row: Int) -> TextLine {
    var line = TextLine()
    var run = (text: "", curve: 0)
    func flush(_ line: inout TextLine) {
      let text = styles[run.curve].applied(to: run.text, context.color)
      if !run.text.isEmpty { line.append(raw: text, width: run.text.count) }
      run.text = ""
    }
    for column in 0..<indices.columns {
      guard let (character, curve) = self.character(row, column) else {
        flush(&line)
        line.space(1)
        continue
      }
      if curve != run.curve { flush(&line) }
      run.curve = curve
      run.text.append(character)
    }
    flush(&line)
    return line
  }

  private func character(_ row: Int, _ column: Int) -> (Character, curve: Int)? {
    if let mark = marks[Place(row: row, column: column)] {
      return (styles[mark.curve].mark, mark.curve)
    }
    let there = rasters.indices.filter { rasters[$0][row, column] != 0 }
    guard !there.isEmpty else { return nil }
    // Curves that share a character take turns.
    let curve = there[column % there.count]
    if context.box == .unicode {
      return (Self.braille(there.reduce(0) { $0 | rasters[$1][row, column] }), curve)
    }
    if curves.count > 1 { return (styles[curve].mark, curve) }
    // Where many values share a column, there is no one direction.
    let isDense = indices.indices.count > 2 * indices.columns
    return (rasters[0].plainCharacter(row, column, hasDirection: !isDense), curve)
  }

  /// The character of dots in two columns of four, numbered as in ISO/TR 11548-1: the lowest dots
  /// came last.
  private static func braille(_ mask: UInt8) -> Character {
    let left = mask & 7 | (mask & 8) << 3
    let right = (mask >> 4 & 7) << 3 | mask & 0x80
    return Unicode.Scalar(0x2800 + UInt32(left | right)).map(Character.init) ?? " "
  }
}
