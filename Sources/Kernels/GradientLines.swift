/// Some output rows of one image, one channel and one output: what their taps read, and the sums.
struct GradientLines<Element: TileCell> {
  /// What the first tap of the first output reads; the outputs beside it read the cells beside it.
  var input: UnsafePointer<Element>
  /// From one input row to the next, and from one output's row to the next one's.
  var inputPitch: Int
  var inputStep: Int
  /// The upstream gradient: rows of columns side by side, at least a vector of them.
  var upstream: UnsafePointer<Element>
  var upstreamPitch: Int
  var rows: Int
  var columns: Int
  /// A vector a tap.
  var sums: UnsafeMutablePointer<Element>

  /// Zeros for the columns of the last vector that another one has, else ones.
  var lastMask: Element.Vector

  /// Zeros for so many lanes, and ones.
  static func mask(zeros: Int) -> Element.Vector {
    var mask = Element.Vector(repeating: 1)
    for lane in 0..<zeros { mask[lane] = 0 }
    return mask
  }

  /// A vector of columns: the first of them, and what they are multiplied by.
  @inline(__always)
  func strip(from start: Int) -> (column: Int, mask: Element.Vector) {
    start &+ Element.lanes <= columns
      ? (start, Element.Vector(repeating: 1)) : (columns &- Element.lanes, lastMask)
  }

  /// Adds the products of all taps to the sums.
  ///
  /// - Parameters:
  ///   - tapRows: the kernel's.
  ///   - tapColumns: the kernel's.
  ///   - offsets: where the taps read, whole tiles of them; nil if they are neighbours.
  func add(tapRows: Int, tapColumns: Int, offsets: UnsafePointer<Int>, areNeighbours: Bool) {
    if VectorLevel.current == 3, areNeighbours, tapColumns == 3 || tapColumns == 5, tapRows > 1 {
      var row = 0
      while row < tapRows {
        // Threes, and twos at the end where a single row would be left over.
        let isThree = tapRows - row == 3 || tapRows - row > 4
        if tapColumns == 3 {
          GradientLineShape.threeColumns(self, row, isThree)
        } else {
          GradientLineShape.fiveColumns(self, row, isThree)
        }
        row += isThree ? 3 : 2
      }
      return
    }
    let tile = GradientLineShape.taps
    for first in stride(from: 0, to: tapRows * tapColumns, by: tile) {
      GradientLineShape.scattered(self, offsets + first, first)
    }
  }
}

/// The tiles of few outputs that fit the processor's registers, one function a width.
enum GradientLineShape {
  /// Taps of a scattered tile.
  @inline(__always) static var taps: Int { VectorLevel.current == 3 ? 8 : 4 }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func threeColumns<Element: TileCell>(
    _ lines: GradientLines<Element>, _ row: Int, _ isThree: Bool
  ) {
    if isThree {
      LineGradientTile<Element, 3, 3>.add(lines, tapRow: row)
    } else {
      LineGradientTile<Element, 2, 3>.add(lines, tapRow: row)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func fiveColumns<Element: TileCell>(
    _ lines: GradientLines<Element>, _ row: Int, _ isThree: Bool
  ) {
    if isThree {
      LineGradientTile<Element, 3, 5>.add(lines, tapRow: row)
    } else {
      LineGradientTile<Element, 2, 5>.add(lines, tapRow: row)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func scattered<Element: TileCell>(
    _ lines: GradientLines<Element>, _ offsets: UnsafePointer<Int>, _ first: Int
  ) {
    if VectorLevel.current == 3 {
      ScatteredGradientTile<Element, 8>.add(lines, offsets: offsets, first: first)
    } else {
      ScatteredGradientTile<Element, 4>.add(lines, offsets: offsets, first: first)
    }
  }
}
