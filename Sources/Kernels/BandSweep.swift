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

  /// Calls `body` for every tile of at most `most` vectors: its width, its place in the band, where
  /// its last vector begins, and its place in the result.
  ///
  /// The vectors are dealt out evenly, so that no tile is a sliver. A segment's last vector ends with
  /// the segment and may share outputs with the one before, which then are computed twice.
  @inline(__always)
  func forEachTile(most: Int, _ body: (Int, Int, Int, Int) -> Void) {
    let lanes = Element.lanes
    let vectors = (length &+ lanes &- 1) / lanes
    let tiles = (vectors &+ most &- 1) / most
    let (each, more) = vectors.quotientAndRemainder(dividingBy: tiles)
    for segment in 0..<segments {
      var place = 0
      for tile in 0..<tiles {
        let width = tile < more ? each &+ 1 : each
        let last = max(0, min(place &+ width &* lanes, length) &- lanes) &- place
        body(
          width, segment &* pitch &+ place, last, segment &* resultPitch &+ place)
        place &+= width &* lanes
      }
    }
  }
}
