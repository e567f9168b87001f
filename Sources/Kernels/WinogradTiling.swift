/// How a result is cut into tiles of `edge` × `edge` outputs, and these into blocks.
///
/// Tiles are numbered over all images, row by row: a vector holds neighbours in that order, so that
/// no lane is idle but in the last vector.
struct WinogradTiling: Sendable {
  let shape: WinogradShape
  /// Outputs along a tile's side: 2 or 4.
  let edge: Int
  let tileRows: Int
  let tileColumns: Int
  let tiles: Int
  /// Blocks of tiles that are transformed together.
  let blocks: Int
  private let vectors: Int

  static var lanes: Int { 16 }

  /// How much of a block's transformed pixels a core's second-level cache is trusted to hold.
  private static var blockByteCount: Int { 640 << 10 }
  /// Vectors of a block at most: those of the widest register tile.
  static var mostVectors: Int { 3 }

  /// - Parameter vectors: how many vectors of tiles a block has at most; fewer where their pixels
  ///   would not fit the cache.
  init(_ shape: WinogradShape, edge: Int, vectors most: Int = mostVectors) {
    self.shape = shape
    self.edge = edge
    tileRows = (shape.outputRows + edge - 1) / edge
    tileColumns = (shape.outputColumns + edge - 1) / edge
    tiles = shape.images * tileRows * tileColumns
    vectors = (tiles + Self.lanes - 1) / Self.lanes
    let vectorBytes = (edge + 2) * (edge + 2) * max(1, shape.channels) * Self.lanes * 4
    let each = max(1, min(most, Self.blockByteCount / vectorBytes))
    blocks = (vectors + each - 1) / each
  }

  /// The products that a tile takes, one a point.
  var points: Int { (edge + 2) * (edge + 2) }

  /// The vectors of a block: dealt out evenly, the larger blocks first.
  private func firstVector(of block: Int) -> Int {
    let (each, more) = vectors.quotientAndRemainder(dividingBy: blocks)
    return block * each + min(block, more)
  }

  /// The tiles of a block.
  func tiles(of block: Int) -> Range<Int> {
    let first = firstVector(of: block) * Self.lanes
    return first..<min(tiles, firstVector(of: block + 1) * Self.lanes)
  }

  /// A row's worth of neighbouring tiles, or as many as a block has of them.
  struct Segment {
    let image: Int
    let row: Int
    let column: Int
    let count: Int
    /// The lane of the first one in its block.
    let lane: Int
  }

  /// The segments that a range of tiles falls into.
  func segments(_ tiles: Range<Int>) -> [Segment] {
    var segments: [Segment] = []
    var tile = tiles.lowerBound
    while tile < tiles.upperBound {
      let (line, column) = tile.quotientAndRemainder(dividingBy: tileColumns)
      let (image, row) = line.quotientAndRemainder(dividingBy: tileRows)
      let count = min(tileColumns - column, tiles.upperBound - tile)
      segments.append(
        Segment(
          image: image, row: row, column: column, count: count, lane: tile - tiles.lowerBound))
      tile += count
    }
    return segments
  }
}
