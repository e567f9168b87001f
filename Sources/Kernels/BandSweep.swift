/// The outputs of a band: *segments* of neighbours, each as long and as far from the next.
struct BandSweep<Element: TileCell> {
  /// The cell of the first output at offset 0.
  let cells: UnsafePointer<Element>
  /// Each tap's distance from there.
  let offsets: UnsafePointer<Int32>
  /// How many taps.
  let depth: Int
  /// How many of them are summed before the sum is added to the others.
  let round: Int
  /// How many taps a channel has, and of those a row of the window.
  let taps: Int
  let tapColumns: Int
  /// How many segments.
  let segments: Int
  /// Outputs a segment.
  let length: Int
  /// Cells from one segment to the next.
  let pitch: Int
  /// Cells of the result from one segment to the next.
  let resultPitch: Int
  /// Cells of the result from one output channel to the next.
  let resultRow: Int

  /// The tiles of at most `most` vectors.
  @inline(__always)
  func tiles(most: Int) -> Tiles { Tiles(self, most: most) }

  /// Goes through the tiles, segment by segment.
  ///
  /// The vectors are dealt out evenly, so that no tile is a sliver. A segment's last vector ends with
  /// the segment and may share outputs with the one before, which then are computed twice.
  struct Tiles {
    private let tiles: Int
    private let each: Int
    private let more: Int
    private let segments: Int
    private let length: Int
    private var segment = 0
    private var tile = 0
    private var next = 0
    /// Vectors of the tile.
    private(set) var width = 0
    /// Where it begins in its segment.
    private(set) var start = 0

    @inline(__always)
    init(_ sweep: BandSweep, most: Int) {
      let vectors = (sweep.length &+ Element.lanes &- 1) / Element.lanes
      tiles = (vectors &+ most &- 1) / most
      (each, more) = vectors.quotientAndRemainder(dividingBy: tiles)
      segments = sweep.segments
      length = sweep.length
    }

    /// The segment of the tile that `advance` came to.
    @inline(__always) var row: Int { tile == 0 ? segment &- 1 : segment }

    /// Where the tile's last vector begins, from the tile's first output.
    @inline(__always) var last: Int {
      max(0, min(start &+ width &* Element.lanes, length) &- Element.lanes) &- start
    }

    /// Comes to the next tile, if there is one.
    @inline(__always)
    mutating func advance() -> Bool {
      guard segment < segments else { return false }
      start = next
      width = tile < more ? each &+ 1 : each
      next &+= width &* Element.lanes
      tile &+= 1
      if tile == tiles { (tile, next, segment) = (0, 0, segment &+ 1) }
      return true
    }
  }
}
