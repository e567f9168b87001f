/// The shortest loop nest that visits the cells of up to three views of one shape in step.
///
/// Neighbouring dimensions that are contiguous in every view are merged, so that a whole tensor
/// without gaps is one row.
struct LoopNest: Sendable {
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
  /// How many cells are visited.
  private(set) var count = 1
  private let offsets: Three

  init(_ result: Cells, _ first: Cells, _ second: Cells) {
    offsets = (result.offset, first.offset, second.offset)
    var hasRow = false
    if result.sizes.min() == 0 {
      count = 0
      return
    }
    for axis in stride(from: result.rank - 1, through: 0, by: -1) {
      let size = result.sizes[axis]
      count *= size
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

  /// Calls `body` for each innermost run of the row-major cells of `range`, with the three offsets
  /// at which it starts and its length.
  @inline(__always)
  func forEachRun(in range: Range<Int>, _ body: (Three, Int) -> Void) {
    guard !range.isEmpty else { return }
    if outerRank == 0 {
      let lower = range.lowerBound
      let at = (
        offsets.result &+ lower &* rowStrides.result, offsets.first &+ lower &* rowStrides.first,
        offsets.second &+ lower &* rowStrides.second
      )
      return body(at, range.count)
    }
    var (row, column) = (range.lowerBound / rowLength, range.lowerBound % rowLength)
    var position = SIMD8<Int>.zero
    var at = offsets
    for axis in 0..<outerRank {
      position[axis] = row % outerSizes[axis]
      row /= outerSizes[axis]
      at.result += position[axis] * outerStrides.result[axis]
      at.first += position[axis] * outerStrides.first[axis]
      at.second += position[axis] * outerStrides.second[axis]
    }
    var left = range.count
    while true {
      let length = min(left, rowLength - column)
      body(
        (
          at.result + column * rowStrides.result, at.first + column * rowStrides.first,
          at.second + column * rowStrides.second
        ), length)
      left -= length
      if left == 0 { return }
      column = 0
      advance(&at, &position)
    }
  }

  /// Steps to the row after the one at `position`.
  @inline(__always)
  private func advance(_ at: inout Three, _ position: inout SIMD8<Int>) {
    for axis in 0..<outerRank {
      position[axis] += 1
      at.result += outerStrides.result[axis]
      at.first += outerStrides.first[axis]
      at.second += outerStrides.second[axis]
      if position[axis] < outerSizes[axis] { return }
      position[axis] = 0
      at.result -= outerStrides.result[axis] * outerSizes[axis]
      at.first -= outerStrides.first[axis] * outerSizes[axis]
      at.second -= outerStrides.second[axis] * outerSizes[axis]
    }
  }
}

extension LoopNest {
  /// Cells between two looks at the interrupt flag; also what a thread takes at a time.
  static let pieceLength = 1 << 16
  /// Fewer pieces than this are not worth another thread.
  static let sharedPieces = 4

  /// How many pieces `count` cells make.
  static func pieces(_ count: Int) -> Int {
    count / pieceLength + (count % pieceLength > 0 ? 1 : 0)
  }

  /// The places of the piece of that number.
  static func piece(_ number: Int, of count: Int) -> Range<Int> {
    number * pieceLength..<min(count, (number + 1) * pieceLength)
  }

  /// Calls `body` with the places of each piece, on several threads where there are many.
  func forEachPiece(
    shared: Bool = true, _ body: @Sendable (Range<Int>) -> Void
  ) throws(Interrupted) {
    try Interrupt.check()
    let count = count
    let pieces = Self.pieces(count)
    if pieces < Self.sharedPieces || !shared {
      for number in 0..<pieces {
        if number > 0 { try Interrupt.check() }
        body(Self.piece(number, of: count))
      }
    } else {
      try Workers.run(pieces) { (number: Int) throws(Interrupted) in
        try Interrupt.check()
        body(Self.piece(number, of: count))
      }
    }
  }
}
