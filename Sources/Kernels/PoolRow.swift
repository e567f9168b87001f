/// What pools make of the pixels of one row of outputs, a vector of outputs at a time.
struct PoolRow<Element: PoolCell>: @unchecked Sendable {
  let windows: PoolWindows
  /// From an output's first pixel to that of each tap column, where all are inside.
  private let tapOffsets: Scratch<Int>
  let offsets: UnsafePointer<Int>
  let tapColumns: Int
  private let lastOffset: Int
  let inside: Range<Int>
  let columnStep: Int
  let outputColumns: Int
  let rowStride: Int
  private let pixelsEnd: UnsafePointer<Element>

  init(_ planes: PoolPlanes<Element>) {
    windows = planes.windows
    rowStride = planes.rowStride
    pixelsEnd = planes.pixelsEnd
    inside = windows.inside
    let step = windows.columnStep
    tapColumns = windows.columns.count
    tapOffsets = Scratch(count: tapColumns)
    offsets = UnsafePointer(tapOffsets.pointer)
    for (tap, run) in windows.columns.enumerated() {
      tapOffsets.pointer[tap] = run.inputOffset - run.zerosBefore * step
    }
    lastOffset = offsets[max(0, tapColumns - 1)]
    columnStep = step
    outputColumns = windows.outputColumns
  }

  /// Folds the pixels of a row's windows, tap by tap in row-major order.
  ///
  /// - Parameters:
  ///   - plane: the plane's first pixel.
  ///   - outputs: where the row's outputs go.
  ///   - end: vectors may be written up to here; what lies past the row is written later.
  @inline(__always)
  func fold<Fold: PoolFold>(
    _ fold: Fold, _ row: Int, _ plane: UnsafePointer<Element>,
    into outputs: UnsafeMutablePointer<Element>, end: UnsafePointer<Element>
  ) where Fold.Cell == Element {
    let taps = windows.rows[row]
    let first = plane + taps.pixelRow &* rowStride
    let tapStride = windows.tapRowStep &* rowStride
    var column = inside.lowerBound
    while column < inside.upperBound {
      let target = outputs + column
      let start = first + column &* columnStep
      guard canRead(start, taps.count, tapStride), UnsafePointer(target) + Element.lanes <= end
      else { break }
      var result = Element.Vector(repeating: fold.initial)
      for tap in 0..<taps.count {
        let pixels = start + tap &* tapStride
        for column in 0..<tapColumns { result = fold.fold(result, load(pixels + offsets[column])) }
      }
      UnsafeMutableRawPointer(target)
        .storeBytes(of: fold.finish(result, row: row, column: nil), as: Element.Vector.self)
      column &+= Element.lanes
    }
    // A vector may have passed the end of the columns that lie inside.
    for rest in [0..<inside.lowerBound, min(column, inside.upperBound)..<outputColumns] {
      for column in rest {
        let result = one(fold, column, first, taps.count, tapStride)
        outputs[column] = fold.finish(result, row: row, column: column)[0]
      }
    }
  }

  /// The fold of one output's pixels.
  @inline(__always)
  private func one<Fold: PoolFold>(
    _ fold: Fold, _ column: Int, _ first: UnsafePointer<Element>, _ tapRows: Int,
    _ tapStride: Int
  ) -> Element.Vector where Fold.Cell == Element {
    var result = Element.Vector(repeating: fold.initial)
    for tap in 0..<tapRows {
      for (number, run) in windows.columns.enumerated()
      where column >= run.zerosBefore && column < run.zerosBefore &+ run.length {
        let pixel = first[tap &* tapStride &+ offsets[number] &+ column &* columnStep]
        result = fold.fold(result, Element.Vector(repeating: pixel))
      }
    }
    return result
  }

  /// Whether whole vectors of all taps lie inside the block.
  @inline(__always)
  func canRead(
    _ start: UnsafePointer<Element>, _ tapRows: Int, _ tapStride: Int
  ) -> Bool {
    let last = max(0, tapRows &- 1) &* max(0, tapStride) &+ (lastOffset)
    return start + (last &+ columnStep &* Element.lanes) <= pixelsEnd
  }

  /// A vector of pixels `columnStep` apart.
  @inline(__always)
  func load(_ place: UnsafePointer<Element>) -> Element.Vector {
    switch columnStep {
    case 1: return Element.load(place)
    case 2: return Element.evenLanes(Element.load(place), Element.load(place + Element.lanes))
    default:
      var pixels = Element.Vector()
      for lane in 0..<Element.lanes { pixels[lane] = place[lane &* columnStep] }
      return pixels
    }
  }
}
