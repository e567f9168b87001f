/// What pools make of the pixels of one row of outputs, a vector of outputs at a time.
struct PoolRow<Element: PoolCell>: @unchecked Sendable {
  let windows: PoolWindows
  /// From an output's first pixel to that of each tap column, where all are inside.
  let offsets: [Int]
  let inside: Range<Int>
  let rowStride: Int
  private let pixelsEnd: UnsafePointer<Element>

  init(_ planes: PoolPlanes<Element>) {
    windows = planes.windows
    rowStride = planes.rowStride
    pixelsEnd = planes.pixelsEnd
    inside = windows.inside
    let step = windows.columnStep
    offsets = windows.columns.map { $0.inputOffset - $0.zerosBefore * step }
  }

  /// Folds the pixels of a row's windows, tap by tap in row-major order.
  ///
  /// - Parameters:
  ///   - plane: the plane's first pixel.
  ///   - outputs: where the row's outputs go.
  ///   - end: vectors may be written up to here; what lies past the row is written later.
  ///   - initial: what a window without pixels gives.
  ///   - finish: what comes out of a fold; of one column where it is not like the others.
  @inline(__always)
  func fold(
    _ row: Int, _ plane: UnsafePointer<Element>, into outputs: UnsafeMutablePointer<Element>,
    end: UnsafePointer<Element>, initial: Element,
    _ fold: (Element.Vector, Element.Vector) -> Element.Vector,
    finish: (Element.Vector, _ column: Int?) -> Element.Vector
  ) {
    let taps = windows.rows[row]
    let first = plane + taps.pixelRow &* rowStride
    let tapStride = windows.tapRowStep &* rowStride
    var column = inside.lowerBound
    while column < inside.upperBound {
      let target = outputs + column
      let start = first + column &* windows.columnStep
      guard canRead(start, taps.count, tapStride), UnsafePointer(target) + Element.lanes <= end
      else { break }
      var result = Element.Vector(repeating: initial)
      for tap in 0..<taps.count {
        for offset in offsets {
          result = fold(result, load(start + (tap &* tapStride &+ offset)))
        }
      }
      UnsafeMutableRawPointer(target)
        .storeBytes(of: finish(result, nil), as: Element.Vector.self)
      column &+= Element.lanes
    }
    // A vector may have passed the end of the columns that lie inside.
    for rest in [0..<inside.lowerBound, min(column, inside.upperBound)..<windows.outputColumns] {
      for column in rest {
        let result = one(column, first, taps.count, tapStride, initial, fold)
        outputs[column] = finish(result, column)[0]
      }
    }
  }

  /// The fold of one output's pixels.
  @inline(__always)
  private func one(
    _ column: Int, _ first: UnsafePointer<Element>, _ tapRows: Int, _ tapStride: Int,
    _ initial: Element, _ fold: (Element.Vector, Element.Vector) -> Element.Vector
  ) -> Element.Vector {
    var result = Element.Vector(repeating: initial)
    for tap in 0..<tapRows {
      for (number, run) in windows.columns.enumerated()
      where column >= run.zerosBefore && column < run.zerosBefore &+ run.length {
        let pixel = first[tap &* tapStride &+ offsets[number] &+ column &* windows.columnStep]
        result = fold(result, Element.Vector(repeating: pixel))
      }
    }
    return result
  }

  /// Whether whole vectors of all taps lie inside the block.
  @inline(__always)
  func canRead(
    _ start: UnsafePointer<Element>, _ tapRows: Int, _ tapStride: Int
  ) -> Bool {
    let last = max(0, tapRows &- 1) &* max(0, tapStride) &+ (offsets.last ?? 0)
    return start + (last &+ windows.columnStep &* Element.lanes) <= pixelsEnd
  }

  /// A vector of pixels `columnStep` apart.
  @inline(__always)
  func load(_ place: UnsafePointer<Element>) -> Element.Vector {
    switch windows.columnStep {
    case 1: return Self.vector(place)
    case 2: return Element.evenLanes(Self.vector(place), Self.vector(place + Element.lanes))
    default:
      var pixels = Element.Vector()
      for lane in 0..<Element.lanes { pixels[lane] = place[lane &* windows.columnStep] }
      return pixels
    }
  }

  @inline(__always)
  static func vector(_ place: UnsafePointer<Element>) -> Element.Vector {
    UnsafeRawPointer(place).loadUnaligned(as: Element.Vector.self)
  }
}
