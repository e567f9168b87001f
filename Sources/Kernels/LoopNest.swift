/// The shortest loop nest that visits the cells of up to three views of one shape in step.
///
/// Neighbouring dimensions that are contiguous in every view are merged, so that a whole tensor
/// without gaps is one row.
struct LoopNest {
  /// Strides or offsets of the result and of two operands.
  typealias Three = (result: Int, first: Int, second: Int)

  private(set) var outerRank = 0
  private var outerSizes = SIMD8<Int>(repeating: 1)
  private var outerStrides: (result: SIMD8<Int>, first: SIMD8<Int>, second: SIMD8<Int>) = (
    .zero, .zero, .zero
  )
  /// The length of the innermost loop.
  private(set) var rowLength = 1
  /// The steps of the innermost loop.
  private(set) var rowStrides: Three = (1, 1, 1)
  private(set) var isEmpty = false
  private let offsets: Three

  init(_ result: Cells, _ first: Cells, _ second: Cells) {
    offsets = (result.offset, first.offset, second.offset)
    var hasRow = false
    for axis in stride(from: result.rank - 1, through: 0, by: -1) {
      let size = result.sizes[axis]
      if size == 0 { isEmpty = true }
      if size == 1 { continue }
      let step = (result.strides[axis], first.strides[axis], second.strides[axis])
      if !hasRow {
        (rowLength, rowStrides, hasRow) = (size, step, true)
      } else if !merge(size, step) {
        append(size, step)
      }
    }
  }

  /// Joins a dimension to the one inside it, where no view has a gap between the two.
  private mutating func merge(_ size: Int, _ step: (Int, Int, Int)) -> Bool {
    if outerRank == 0 {
      guard
        step == (rowStrides.0 * rowLength, rowStrides.1 * rowLength, rowStrides.2 * rowLength)
      else { return false }
      rowLength *= size
      return true
    }
    let inner = outerRank - 1
    let extent = outerSizes[inner]
    guard step.0 == outerStrides.result[inner] * extent,
      step.1 == outerStrides.first[inner] * extent,
      step.2 == outerStrides.second[inner] * extent
    else { return false }
    outerSizes[inner] *= size
    return true
  }

  private mutating func append(_ size: Int, _ step: (Int, Int, Int)) {
    outerSizes[outerRank] = size
    outerStrides.result[outerRank] = step.0
    outerStrides.first[outerRank] = step.1
    outerStrides.second[outerRank] = step.2
    outerRank += 1
  }

  /// Calls `body` with the three offsets at which each innermost row starts.
  @inline(__always)
  func forEachRow(_ body: (Three) -> Void) throws(Interrupted) {
    if isEmpty { return }
    var position = SIMD8<Int>.zero
    var at = offsets
    var cellsUntilCheck = 0
    while true {
      body(at)
      cellsUntilCheck -= rowLength
      if cellsUntilCheck <= 0 {
        try Interrupt.check()
        cellsUntilCheck = 1 << 20
      }
      var axis = 0
      while axis < outerRank {
        position[axis] += 1
        at.result += outerStrides.result[axis]
        at.first += outerStrides.first[axis]
        at.second += outerStrides.second[axis]
        if position[axis] < outerSizes[axis] { break }
        position[axis] = 0
        at.result -= outerStrides.result[axis] * outerSizes[axis]
        at.first -= outerStrides.first[axis] * outerSizes[axis]
        at.second -= outerStrides.second[axis] * outerSizes[axis]
        axis += 1
      }
      if axis == outerRank { return }
    }
  }
}
