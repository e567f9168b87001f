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
    try run(LargestPixel<Element>(), PoolPlanes(images, windows), outputs)
  }

  private static func mean<Element: PoolCell>(
    _: Element.Type, _ images: Cells, _ windows: PoolWindows, _ divisors: PoolDivisors,
    _ outputs: Cells
  ) throws(Interrupted) {
    let mean = MeanPixel<Element>(divisors: divisors, across: windows.columns.count)
    try run(mean, PoolPlanes(images, windows), outputs)
  }

  /// Rows of outputs are dealt out to the threads, whatever plane they are of.
  private static func run<Fold: PoolFold>(
    _ fold: Fold, _ planes: PoolPlanes<Fold.Cell>, _ outputs: Cells
  ) throws(Interrupted) {
    outputs.storage.willWrite()
    let (rows, columns) = (planes.outputRows, planes.windows.outputColumns)
    let block = SharedCells(outputs.storage.pointer(Fold.Cell.self) + outputs.offset)
    let pixelRow = PoolRow(planes)
    let products = columns * (planes.windows.taps + 4)
    try PoolPlanes<Fold.Cell>.deal(planes.planes * rows, products: products) {
      (range: Range<Int>) throws(Interrupted) in
      // What is written past a row is written again, but past the last one's.
      let end = UnsafePointer(block.pointer + range.upperBound &* columns)
      var (plane, row) = range.lowerBound.quotientAndRemainder(dividingBy: rows)
      var pixels = planes.plane(plane)
      for place in range {
        if place & 255 == 255 { try Interrupt.check() }
        pixelRow.fold(fold, row, pixels, into: block.pointer + place &* columns, end: end)
        row &+= 1
        if row == rows, place &+ 1 < range.upperBound {
          (plane, row) = (plane &+ 1, 0)
          pixels = planes.plane(plane)
        }
      }
    }
  }
}

/// Cells that several threads write, each its own.
struct SharedCells<Element>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Element>
  init(_ pointer: UnsafeMutablePointer<Element>) { self.pointer = pointer }
}
