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
    sweep.forEachTile(most: most) { width, place, last, target in
      let b = sweep.cells + place
      let c = c + target
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
    sweep.forEachTile(most: most) { width, place, last, target in
      let b = sweep.cells + place
      let c = c + target
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
    sweep.forEachTile(most: most) { width, place, last, target in
      let b = sweep.cells + place
      let c = c + target
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
    sweep.forEachTile(most: most) { width, place, last, target in
      let b = sweep.cells + place
      let c = c + target
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
    sweep.forEachTile(most: most) { width, place, last, target in
      let b = sweep.cells + place
      let c = c + target
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
    sweep.forEachTile(most: most) { width, place, last, target in
      let b = sweep.cells + place
      let c = c + target
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
}
