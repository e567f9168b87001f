/// One function a height: the widths are chosen inside, so that both are constants in a tile.
extension BandSweep {
  /// How many channels the tallest tile computes.
  @inline(__always) static var mostRows: Int {
    VectorLevel.current == 3 ? 8 : VectorLevel.current > 0 ? 6 : 2
  }

  /// Computes `rows` channels at all outputs.
  func run(
    rows: Int, _ channels: BandChannels<Element>, into c: UnsafeMutablePointer<Element>
  ) {
    if rows == 1, segments > 1 {
      Self.runLines(self, channels, c)
      return
    }
    var done = 0
    while done < rows {
      let left = rows &- done
      let target = c + done &* resultRow
      done &+= runTile(left, channels.advanced(done), into: target)
    }
  }

  /// Computes the channels of one height of tile, and says how many.
  @inline(__always)
  private func runTile(
    _ rows: Int, _ channels: BandChannels<Element>, into c: UnsafeMutablePointer<Element>
  ) -> Int {
    if VectorLevel.current == 3 {
      if rows >= 8 {
        Self.run8(self, channels, c)
        return 8
      }
      if rows >= 6 {
        Self.run6(self, channels, c)
        return 6
      }
    } else if VectorLevel.current > 0, rows >= 6 {
      Self.run6(self, channels, c)
      return 6
    }
    if VectorLevel.current > 0 {
      if rows >= 4 {
        Self.run4(self, channels, c)
        return 4
      }
      if rows == 3 {
        Self.run3(self, channels, c)
        return 3
      }
    }
    if rows >= 2 {
      Self.run2(self, channels, c)
      return 2
    }
    Self.run1(self, channels, c)
    return 1
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func run8(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let most = VectorLevel.current == 3 ? 3 : 1
    var tiles = sweep.tiles(most: most)
    while tiles.advance() {
      let (width, last) = (tiles.width, tiles.last)
      let b = sweep.cells + (tiles.row &* sweep.pitch &+ tiles.start)
      let c = c + (tiles.row &* sweep.resultPitch &+ tiles.start)
      if VectorLevel.current == 3, width == 3 {
        BandTile<Element, 8, 3>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 2 {
        BandTile<Element, 8, 2>.convolve(sweep, channels, b, last: last, into: c)
      } else {
        BandTile<Element, 8, 1>.convolve(sweep, channels, b, last: last, into: c)
      }
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func run6(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let most = VectorLevel.current == 3 ? 4 : 1
    var tiles = sweep.tiles(most: most)
    while tiles.advance() {
      let (width, last) = (tiles.width, tiles.last)
      let b = sweep.cells + (tiles.row &* sweep.pitch &+ tiles.start)
      let c = c + (tiles.row &* sweep.resultPitch &+ tiles.start)
      if VectorLevel.current == 3, width == 4 {
        BandTile<Element, 6, 4>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 3 {
        BandTile<Element, 6, 3>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 2 {
        BandTile<Element, 6, 2>.convolve(sweep, channels, b, last: last, into: c)
      } else {
        BandTile<Element, 6, 1>.convolve(sweep, channels, b, last: last, into: c)
      }
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func run4(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let most = VectorLevel.current == 3 ? 4 : 1
    var tiles = sweep.tiles(most: most)
    while tiles.advance() {
      let (width, last) = (tiles.width, tiles.last)
      let b = sweep.cells + (tiles.row &* sweep.pitch &+ tiles.start)
      let c = c + (tiles.row &* sweep.resultPitch &+ tiles.start)
      if VectorLevel.current == 3, width == 4 {
        BandTile<Element, 4, 4>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 3 {
        BandTile<Element, 4, 3>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 2 {
        BandTile<Element, 4, 2>.convolve(sweep, channels, b, last: last, into: c)
      } else {
        BandTile<Element, 4, 1>.convolve(sweep, channels, b, last: last, into: c)
      }
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func run3(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let most = VectorLevel.current == 3 ? 4 : 1
    var tiles = sweep.tiles(most: most)
    while tiles.advance() {
      let (width, last) = (tiles.width, tiles.last)
      let b = sweep.cells + (tiles.row &* sweep.pitch &+ tiles.start)
      let c = c + (tiles.row &* sweep.resultPitch &+ tiles.start)
      if VectorLevel.current == 3, width == 4 {
        BandTile<Element, 3, 4>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 3 {
        BandTile<Element, 3, 3>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 2 {
        BandTile<Element, 3, 2>.convolve(sweep, channels, b, last: last, into: c)
      } else {
        BandTile<Element, 3, 1>.convolve(sweep, channels, b, last: last, into: c)
      }
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func run2(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let most = VectorLevel.current == 3 ? 4 : 1
    var tiles = sweep.tiles(most: most)
    while tiles.advance() {
      let (width, last) = (tiles.width, tiles.last)
      let b = sweep.cells + (tiles.row &* sweep.pitch &+ tiles.start)
      let c = c + (tiles.row &* sweep.resultPitch &+ tiles.start)
      if VectorLevel.current == 3, width == 4 {
        BandTile<Element, 2, 4>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 3 {
        BandTile<Element, 2, 3>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 2 {
        BandTile<Element, 2, 2>.convolve(sweep, channels, b, last: last, into: c)
      } else {
        BandTile<Element, 2, 1>.convolve(sweep, channels, b, last: last, into: c)
      }
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func run1(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let most = VectorLevel.current == 3 ? 4 : 1
    var tiles = sweep.tiles(most: most)
    while tiles.advance() {
      let (width, last) = (tiles.width, tiles.last)
      let b = sweep.cells + (tiles.row &* sweep.pitch &+ tiles.start)
      let c = c + (tiles.row &* sweep.resultPitch &+ tiles.start)
      if VectorLevel.current == 3, width == 4 {
        BandTile<Element, 1, 4>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 3 {
        BandTile<Element, 1, 3>.convolve(sweep, channels, b, last: last, into: c)
      } else if VectorLevel.current == 3, width == 2 {
        BandTile<Element, 1, 2>.convolve(sweep, channels, b, last: last, into: c)
      } else {
        BandTile<Element, 1, 1>.convolve(sweep, channels, b, last: last, into: c)
      }
    }
  }

  /// Computes one channel, some segments at a time.
  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  private static func runLines(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ c: UnsafeMutablePointer<Element>
  ) {
    let isColumnar = sweep.hasColumnsOf3
    var segment = 0
    while segment < sweep.segments {
      let left = sweep.segments &- segment
      // The last lines may be computed twice.
      let first = left >= 4 || sweep.segments < 4 ? segment : sweep.segments &- 4
      let height = sweep.segments >= 4 ? 4 : 1
      var tiles = sweep.line.tiles(most: VectorLevel.current == 3 ? 4 : 1)
      while tiles.advance() {
        let (width, last) = (tiles.width, tiles.last)
        let b = sweep.cells + (first &* sweep.pitch &+ tiles.start)
        let c = c + (first &* sweep.resultPitch &+ tiles.start)
        if height == 1 {
          for v in 0..<width {
            BandLines<Element, 1, 1>.convolve(
              sweep, channels, b + (v == width &- 1 ? last : v &* Element.lanes), last: 0,
              into: c + (v == width &- 1 ? last : v &* Element.lanes))
          }
        } else if isColumnar, VectorLevel.current == 3, width == 4 {
          BandColumns<Element, 4>.convolve(sweep, channels, b, last: last, into: c)
        } else if isColumnar, VectorLevel.current == 3, width == 3 {
          BandColumns<Element, 3>.convolve(sweep, channels, b, last: last, into: c)
        } else if isColumnar, VectorLevel.current == 3, width == 2 {
          BandColumns<Element, 2>.convolve(sweep, channels, b, last: last, into: c)
        } else if isColumnar, VectorLevel.current == 3 {
          BandColumns<Element, 1>.convolve(sweep, channels, b, last: last, into: c)
        } else if VectorLevel.current == 3, width == 4 {
          BandLines<Element, 4, 4>.convolve(sweep, channels, b, last: last, into: c)
        } else if VectorLevel.current == 3, width == 3 {
          BandLines<Element, 4, 3>.convolve(sweep, channels, b, last: last, into: c)
        } else if VectorLevel.current == 3, width == 2 {
          BandLines<Element, 4, 2>.convolve(sweep, channels, b, last: last, into: c)
        } else {
          BandLines<Element, 4, 1>.convolve(sweep, channels, b, last: last, into: c)
        }
      }
      segment = first &+ height
    }
  }

  /// Whether the window has three rows that read one line after another, and sums are short.
  private var hasColumnsOf3: Bool {
    guard tapColumns > 0, taps == 3 &* tapColumns, depth == round else { return false }
    return (0..<tapColumns).allSatisfy { column in
      (1...2).allSatisfy { row in
        Int(offsets[row &* tapColumns &+ column] &- offsets[column]) == row &* pitch
      }
    }
  }

  /// The first segment alone.
  private var line: BandSweep {
    BandSweep(
      cells: cells, offsets: offsets, depth: depth, round: round, taps: taps,
      tapColumns: tapColumns, segments: 1, length: length,
      pitch: pitch, resultPitch: resultPitch, resultRow: resultRow)
  }
}
