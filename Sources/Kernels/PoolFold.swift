/// What a pool makes of the pixels of a window, as a type: a closure would be called for every vector.
protocol PoolFold: Sendable {
  associatedtype Cell: PoolCell
  /// What a window without pixels gives.
  var initial: Cell { get }
  func fold(_ soFar: Cell.Vector, _ pixels: Cell.Vector) -> Cell.Vector
  /// What comes out for outputs of a row; for the one of a column where it is not like the others.
  func finish(_ result: Cell.Vector, row: Int, column: Int?) -> Cell.Vector
}

struct LargestPixel<Cell: PoolCell>: PoolFold {
  @inline(__always) var initial: Cell { -.infinity }

  @inline(__always)
  func fold(_ soFar: Cell.Vector, _ pixels: Cell.Vector) -> Cell.Vector {
    Cell.larger(soFar, pixels)
  }

  @inline(__always)
  func finish(_ result: Cell.Vector, row: Int, column: Int?) -> Cell.Vector { result }
}

struct MeanPixel<Cell: PoolCell>: PoolFold {
  let divisors: PoolDivisors
  /// How many taps a row of the window has.
  let across: Int

  @inline(__always) var initial: Cell { 0 }

  @inline(__always)
  func fold(_ soFar: Cell.Vector, _ pixels: Cell.Vector) -> Cell.Vector {
    Cell.add(soFar, pixels)
  }

  @inline(__always)
  func finish(_ result: Cell.Vector, row: Int, column: Int?) -> Cell.Vector {
    let taps = divisors.rows[row] &* (column.map { divisors.columns[$0] } ?? across)
    return Cell.divide(result, Cell.Vector(repeating: Cell(taps)))
  }
}

/// How the gradients of a block of outputs come to the pixels of their windows, as a type.
protocol PoolTileRule: Sendable {
  associatedtype Cell: PoolCell
  func write(_ block: PoolTiles<Cell>.Block, into tiles: PoolTiles<Cell>)
}

/// All pixels of a window get the same.
struct EqualShares<Cell: PoolCell>: PoolTileRule {
  let taps: Cell
  let tapRows: Int

  @inline(__always)
  func write(_ block: PoolTiles<Cell>.Block, into tiles: PoolTiles<Cell>) {
    let share = Cell.divide(block.upstream, Cell.Vector(repeating: taps))
    for tapRow in 0..<tapRows { tiles.store(share, share, block, tapRow) }
  }
}

/// The largest of a window's four pixels get what there is.
struct LargestShares<Cell: PoolCell>: PoolTileRule {
  let planes: PoolPlanes<Cell>
  let ties: PoolTies

  @inline(__always)
  func write(_ block: PoolTiles<Cell>.Block, into tiles: PoolTiles<Cell>) {
    let (a, b) = tiles.pixels(planes, block, 0)
    let (c, d) = tiles.pixels(planes, block, 1)
    let shares = Cell.gradients([a, b, c, d], block.upstream, ties)
    tiles.store(shares[0], shares[1], block, 0)
    tiles.store(shares[2], shares[3], block, 1)
  }
}
