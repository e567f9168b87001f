/// The maxima and means of sliding windows, and their gradients.
///
/// Images are N×C×H×W views; images and channels may lie anywhere, the pixels of a row lie side by
/// side. Outputs are N×C×oh×ow without gaps. All have one element type.
public enum Pool {
  /// Sets each output to the largest pixel of its window: the first NaN if there is one, -∞ without
  /// pixels.
  public static func maximum(
    of images: Cells, _ windows: PoolWindows, into outputs: Cells
  ) throws(Interrupted) {
    switch outputs.storage.elementType {
    case .f32: try maximum(Float.self, images, windows, outputs)
    case .f64: try maximum(Double.self, images, windows, outputs)
    }
  }

  /// Sets each output to the sum of its window's pixels, in row-major order, divided.
  public static func mean(
    of images: Cells, _ windows: PoolWindows, dividedBy divisors: PoolDivisors,
    into outputs: Cells
  ) throws(Interrupted) {
    switch outputs.storage.elementType {
    case .f32: try mean(Float.self, images, windows, divisors, outputs)
    case .f64: try mean(Double.self, images, windows, divisors, outputs)
    }
  }

  private static func maximum<Element: PoolCell>(
    _: Element.Type, _ images: Cells, _ windows: PoolWindows, _ outputs: Cells
  ) throws(Interrupted) {
    let planes = PoolPlanes<Element>(images, windows)
    let row = PoolRow(planes)
    try forEachRow(planes, outputs) { number, plane, target, end in
      row.fold(number, plane, into: target, end: end, initial: -.infinity) {
        Element.larger($0, $1)
      } finish: { largest, _ in
        largest
      }
    }
  }

  private static func mean<Element: PoolCell>(
    _: Element.Type, _ images: Cells, _ windows: PoolWindows, _ divisors: PoolDivisors,
    _ outputs: Cells
  ) throws(Interrupted) {
    let planes = PoolPlanes<Element>(images, windows)
    let row = PoolRow(planes)
    try forEachRow(planes, outputs) { number, plane, target, end in
      let taps = divisors.rows[number]
      row.fold(number, plane, into: target, end: end, initial: 0) {
        Element.add($0, $1)
      } finish: { sum, column in
        let across = column.map { divisors.columns[$0] } ?? windows.columns.count
        return Element.divide(sum, Element.Vector(repeating: Element(taps * across)))
      }
    }
  }

  /// Calls `body` for every row of outputs with its number in the plane, the plane's first pixel, the
  /// row's first output, and up to where outputs may be written that are written again later.
  @inline(__always)
  private static func forEachRow<Element: PoolCell>(
    _ planes: PoolPlanes<Element>, _ outputs: Cells,
    _ body:
      @Sendable (
        Int, UnsafePointer<Element>, UnsafeMutablePointer<Element>, UnsafePointer<Element>
      ) -> Void
  ) throws(Interrupted) {
    let (rows, columns) = (planes.outputRows, planes.windows.outputColumns)
    let block = SharedCells(outputs.storage.pointer(Element.self) + outputs.offset)
    let products = columns * (planes.windows.taps + 4)
    try PoolPlanes<Element>.deal(planes.planes * rows, products: products) {
      (range: Range<Int>) throws(Interrupted) in
      let end = UnsafePointer(block.pointer + range.upperBound &* columns)
      for place in range {
        if place & 255 == 255 { try Interrupt.check() }
        let (plane, row) = place.quotientAndRemainder(dividingBy: rows)
        body(row, planes.plane(plane), block.pointer + place &* columns, end)
      }
    }
  }
}

/// Cells that several threads write, each its own.
struct SharedCells<Element>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Element>
  init(_ pointer: UnsafeMutablePointer<Element>) { self.pointer = pointer }
}
