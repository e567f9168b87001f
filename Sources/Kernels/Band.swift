/// A block of outputs' share of an image, laid out so that no tap needs a decision: padded, and split
/// by the phases of the stride.
///
///     [channel][plane of rows][plane of columns][row][column]
///
/// The cell that a tap reads for output row r and column s, both counted from the block's first, lies
/// at
///
///     offset(channel, tap row, tap column) + r · pitch + s
///
/// one fixed offset a tap, whatever the stride, dilation and padding: what Georganas et al. 2018
/// (arXiv 1808.05567) get from a padded image, for every geometry. With columns that are `apart` (a
/// plane a tap column, no shifts; Cho and Brand 2017, arXiv 1706.06873) the pitch is the number of
/// output columns, and neighbouring outputs are neighbours across the ends of rows too. Otherwise a
/// row may share its padding with the next one's: the zeros after the one are those before the other.
struct Band {
  /// The vertical direction.
  let rows: BandAxis
  /// The horizontal direction.
  let columns: BandAxis
  /// How many channels it holds.
  let channels: Int
  /// How many output rows it has room for.
  let outputRows: Int
  /// How many output columns it has room for.
  let outputColumns: Int

  /// Cells from one row of a plane to the next.
  let pitch: Int
  /// Cells a plane.
  let planeStride: Int
  /// Cells a channel.
  let channelStride: Int

  /// Makes a band with room for so many output rows and columns; for all columns unless given.
  ///
  /// - Parameter sharesPadding: whether rows overlap by as much padding as all have on either side.
  init(
    rows: BandAxis, columns: BandAxis, channels: Int, outputRows: Int, outputColumns: Int? = nil,
    sharesPadding: Bool = false
  ) {
    self.rows = rows
    self.columns = columns
    self.channels = channels
    self.outputRows = outputRows
    self.outputColumns = outputColumns ?? columns.outputs
    let width = self.outputColumns + columns.reach
    pitch = width - (sharesPadding ? columns.commonPadding : 0)
    planeStride = (outputRows + rows.reach - 1) * pitch + width
    channelStride = rows.planes.count * columns.planes.count * planeStride
  }

  /// Cells of all channels. Filling writes up to a vector more.
  var count: Int { channels * channelStride }

  /// Whether neighbouring outputs are neighbouring cells across the ends of rows too.
  var isGapless: Bool { columns.reach == 0 && outputColumns == columns.outputs }

  /// The cell that a tap reads for the first output.
  @inline(__always)
  func offset(channel: Int, row: Int, column: Int) -> Int {
    let (down, across) = (rows.taps[row], columns.taps[column])
    let plane = down.plane &* columns.planes.count &+ across.plane
    return channel &* channelStride &+ plane &* planeStride &+ down.shift &* pitch &+ across.shift
  }

  /// Writes the offsets of all taps, by channel, tap row and tap column.
  func listOffsets(into table: UnsafeMutablePointer<Int32>) {
    var next = table
    for row in rows.taps.indices {
      for column in columns.taps.indices {
        next.pointee = Int32(truncatingIfNeeded: offset(channel: 0, row: row, column: column))
        next += 1
      }
    }
    let taps = rows.taps.count &* columns.taps.count
    for place in stride(from: taps, to: channels &* taps, by: 1) {
      table[place] = table[place &- taps] &+ Int32(truncatingIfNeeded: channelStride)
    }
  }
}
