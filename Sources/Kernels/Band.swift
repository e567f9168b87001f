/// Some output rows' share of an image, laid out so that no tap needs a decision: padded, and split
/// by the phases of the stride.
///
///     [channel][plane of rows][plane of columns][row][column]
///
/// The cell that a tap reads for output row r (counted from the band's first) and column s lies at
///
///     offset(channel, tap row, tap column) + r · pitch + s
///
/// one fixed offset a tap, whatever the stride, dilation and padding: what Georganas et al. 2018
/// (arXiv 1808.05567) get from a padded image, for every geometry. With columns that are `apart` (a
/// plane a tap column, no shifts; Cho and Brand 2017, arXiv 1706.06873) the pitch is the number of
/// output columns, and neighbouring outputs are neighbours across the ends of rows too.
struct Band {
  /// The vertical direction.
  let rows: BandAxis
  /// The horizontal direction.
  let columns: BandAxis
  /// How many channels it holds.
  let channels: Int
  /// The output rows it serves.
  let outputRows: Range<Int>

  /// Cells from one row of a plane to the next.
  let pitch: Int
  /// Cells a plane.
  let planeStride: Int
  /// Cells a channel.
  let channelStride: Int

  init(rows: BandAxis, columns: BandAxis, channels: Int, outputRows: Range<Int>) {
    self.rows = rows
    self.columns = columns
    self.channels = channels
    self.outputRows = outputRows
    pitch = columns.length
    planeStride = (outputRows.count + rows.reach) * pitch
    channelStride = rows.planes.count * columns.planes.count * planeStride
  }

  /// Cells of all channels. Filling writes up to a vector more.
  var count: Int { channels * channelStride }

  /// Whether neighbouring outputs are neighbouring cells across the ends of rows too.
  var isGapless: Bool { pitch == columns.outputs }

  /// The cell that a tap reads for the first output of the band's first row.
  @inline(__always)
  func offset(channel: Int, row: Int, column: Int) -> Int {
    let (down, across) = (rows.taps[row], columns.taps[column])
    let plane = down.plane &* columns.planes.count &+ across.plane
    return channel &* channelStride &+ plane &* planeStride &+ down.shift &* pitch &+ across.shift
  }

  /// Writes the offsets of all taps, by channel, tap row and tap column.
  func listOffsets(into table: UnsafeMutablePointer<Int32>) {
    var next = 0
    for channel in 0..<channels {
      for row in rows.taps.indices {
        for column in columns.taps.indices {
          table[next] = Int32(
            truncatingIfNeeded: offset(channel: channel, row: row, column: column))
          next &+= 1
        }
      }
    }
  }
}
