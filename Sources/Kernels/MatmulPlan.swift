/// How a product is cut into blocks: by its sizes only, so that the order in which terms are added
/// does not depend on the threads.
///
/// The scheme is that of Goto and van de Geijn, "Anatomy of high-performance matrix
/// multiplication" (2008), with one level fewer: a block of the shorter side is packed once and
/// shared by the threads, small enough for a core's second-level cache; the longer side is taken
/// panel by panel, each packed by the thread that uses it.
struct MatmulPlan {
  let rows: Int
  let columns: Int
  let images: Int
  /// The depth of one round, and how many rounds.
  let depth: Int
  let rounds: Int
  /// Whether the panels of `a` are the longer side.
  let rowsAreLong: Bool
  let columnPanels: Int
  let rowPanels: Int
  /// Panels of the shorter side in one shared block.
  let sharedPanels: Int

  private static var deepest: Int { 384 }
  private static var sharedByteCount: Int { 640 << 10 }

  init(rows: Int, columns: Int, images: Int, depth: Int, cellByteCount: Int) {
    self.rows = rows
    self.columns = columns
    self.images = images
    rounds = max(1, (depth + Self.deepest - 1) / Self.deepest)
    self.depth = (depth + rounds - 1) / rounds
    let lanes = 64 / cellByteCount
    let vectors = (columns + lanes - 1) / lanes
    columnPanels = (vectors + TileShape.vectors - 1) / TileShape.vectors
    rowPanels = (rows + TileShape.rows - 1) / TileShape.rows
    rowsAreLong = rows > 2 * columns * images
    let panelByteCount =
      (rowsAreLong ? TileShape.vectors * lanes : TileShape.rows) * max(1, self.depth)
      * cellByteCount
    // Blocks of one size: a small last one would use its panels of the longer side too little.
    let panels = rowsAreLong ? columnPanels * images : rowPanels
    let most = max(1, Self.sharedByteCount / panelByteCount)
    let blocks = (panels + most - 1) / most
    sharedPanels = (panels + blocks - 1) / blocks
  }

  /// The first column of a panel: the vectors are dealt out evenly, so that no panel is a sliver.
  @inline(__always)
  func firstColumn(ofPanel panel: Int, lanes: Int) -> Int {
    let vectors = (columns + lanes - 1) / lanes
    let (each, more) = vectors.quotientAndRemainder(dividingBy: columnPanels)
    return min(columns, (panel * each + min(panel, more)) * lanes)
  }
}
