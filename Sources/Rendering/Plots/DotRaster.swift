/// The dots of one curve: each character of a plot holds some of them.
struct DotRaster {
  /// The dots of a character, across and down.
  struct Grain: Hashable {
    let columns: Int
    let rows: Int

    /// Braille's two by four.
    static let braille = Grain(columns: 2, rows: 4)
    /// What `'`, `-` and `.` tell apart.
    static let plain = Grain(columns: 1, rows: 3)
  }

  let columns: Int
  let rows: Int
  let grain: Grain
  /// A bit for each dot of a character, a row of characters after the other, from the top.
  private var masks: [UInt8]

  /// An empty raster of so many characters.
  init(columns: Int, rows: Int, grain: Grain) {
    self.columns = columns
    self.rows = rows
    self.grain = grain
    masks = Array(repeating: 0, count: columns * rows)
  }

  /// The dots of a character, those of its left column first, each from the top.
  subscript(row: Int, column: Int) -> UInt8 { masks[row * columns + column] }

  /// How many dots there are across and down.
  var width: Int { columns * grain.columns }
  var height: Int { rows * grain.rows }

  /// Sets a dot, counted from the left and from the bottom.
  mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let down = height - 1 - y
    let bit = x % grain.columns * grain.rows + down % grain.rows
    masks[down / grain.rows * columns + x / grain.columns] |= 1 << UInt8(bit)
  }

  /// Sets the dots of a straight line (J. Bresenham, "Algorithm for computer control of a digital
  /// plotter", 1965).
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let (width, height) = (abs(end.x - start.x), abs(end.y - start.y))
    let (right, up) = (end.x > start.x ? 1 : -1, end.y > start.y ? 1 : -1)
    var (x, y) = start
    var error = width - height
    while true {
      set(x, y)
      if x == end.x, y == end.y { return }
      let doubled = 2 * error
      if doubled > -height {
        error -= height
        x += right
      }
      if doubled < width {
        error += width
        y += up
      }
    }
  }
}
