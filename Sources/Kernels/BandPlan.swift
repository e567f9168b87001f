/// How a convolution over bands is cut into pieces of work, from its sizes alone.
public struct BandPlan: Sendable, Hashable {
  /// Which outputs are neighbours.
  public enum Arrangement: Sendable, Hashable {
    /// Those of a row: each row is its own segment.
    case rows
    /// Those of the whole band, because every tap column has its own plane.
    case apart
    /// Those of the whole band, with a gap after each row: what is computed there is dropped.
    case flat
  }

  /// How the outputs are arranged.
  public let arrangement: Arrangement
  /// Whether images are read where they lie.
  public let isInPlace: Bool
  /// Output rows and columns of a band.
  let rows: Int
  let columns: Int
  /// Into how many parts a group's output channels are cut.
  let parts: Int

  /// Bands fit a core's second-level cache, with room for weights and results.
  private static var mostByteCount: Int { 512 << 10 }

  init(arrangement: Arrangement, isInPlace: Bool, rows: Int, columns: Int, parts: Int) {
    self.arrangement = arrangement
    self.isInPlace = isInPlace
    self.rows = rows
    self.columns = columns
    self.parts = parts
  }

  /// Plans a convolution, or returns nil if not even a tile of outputs has a band that fits.
  ///
  /// - Parameters:
  ///   - rows: the vertical direction.
  ///   - columns: the horizontal direction, not `apart`.
  ///   - images: how many images, times groups.
  ///   - channels: how many channels an output reads.
  ///   - outputs: how many outputs a group has.
  ///   - imagePitch: cells from one row of an image to the next, if images can be read in place.
  public init?(
    rows: BandAxis, columns: BandAxis, images: Int, channels: Int, outputs: Int,
    imagePitch: Int?, type: ElementType
  ) {
    let costs = BandCosts(
      rows: rows, columns: columns, channels: channels, outputs: outputs, imagePitch: imagePitch,
      type: type)
    let fitsApart = costs.byteCount(.apart, rows: 1) <= Self.mostByteCount
    let fits = imagePitch != nil || costs.byteCount(.rows, rows: 1) <= Self.mostByteCount
    var arrangement = Arrangement.rows
    if fits, costs.cycles(.flat) < costs.cycles(.rows) { arrangement = .flat }
    if fitsApart, costs.cycles(.apart) < costs.cycles(arrangement) { arrangement = .apart }
    self.arrangement = arrangement
    isInPlace = imagePitch != nil && arrangement != .apart
    var (most, width) = (rows.outputs, columns.outputs)
    if arrangement == .rows, !isInPlace {
      guard let block = costs.block(within: Self.mostByteCount) else { return nil }
      (most, width) = block
    } else if !isInPlace {
      let start = costs.byteCount(arrangement, rows: 0)
      let row = costs.byteCount(arrangement, rows: 1) - start
      most = max(1, (Self.mostByteCount - start) / max(1, row))
    }
    self.columns = width
    let columnBlocks = (columns.outputs + width - 1) / width
    var bands = (rows.outputs + most - 1) / most
    var parts = 1
    // As many pieces as make the threads' shares even.
    let threads = Workers.threadCount
    let nanoseconds = costs.cycles(arrangement) * Double(images) / 4
    let images = images * columnBlocks
    if threads > 1, nanoseconds > 15_000, images * bands < 8 * threads {
      let more = min(4 * threads, max(threads, Int(nanoseconds / 30_000)))
      let wanted = max(images * bands, more) / threads * threads
      let wantedBands = max(bands, (wanted + images - 1) / images)
      if rows.outputs >= 6 * wantedBands { bands = wantedBands }
      if images * bands < 8 * threads, images * bands % threads != 0 {
        parts = min(threads, max(1, outputs / 8))
      }
    }
    self.rows = (rows.outputs + bands - 1) / bands
    self.parts = parts
  }
}
