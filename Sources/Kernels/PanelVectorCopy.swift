internal import CSystem

/// Copies of short runs by whole vectors.
enum VectorCopy {
  /// Copies `count` cells that lie side by side. Up to a vector less one cell more is written, so
  /// that runs are copied in ascending order; none is read at or past `end`.
  @inline(__always)
  static func run<Element: TileCell>(
    _ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>, count: Int,
    end: UnsafePointer<Element>
  ) {
    var place = 0
    if source + (count &+ Element.lanes &- 1) <= end {
      while place < count {
        UnsafeMutableRawPointer(target + place).storeBytes(
          of: UnsafeRawPointer(source + place).loadUnaligned(as: Element.Vector.self),
          as: Element.Vector.self)
        place &+= Element.lanes
      }
    } else {
      while place < count {
        target[place] = source[place]
        place &+= 1
      }
    }
  }

  /// Asks for cells that will be read soon.
  @inline(__always)
  static func prefetch<Element: TileCell>(_ place: UnsafePointer<Element>, count: Int) {
    for cell in stride(from: 0, to: count, by: Element.lanes) {
      patchwork_prefetch_read(place + cell)
    }
  }

  /// Copies `count` cells that lie side by side, and writes none beyond.
  @inline(__always)
  static func exactly<Element: TileCell>(
    _ count: Int, _ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>
  ) {
    if count >= Element.lanes {
      // The last vector overlaps the one before.
      for place in stride(from: 0, to: count &- Element.lanes, by: Element.lanes) {
        move(Element.Vector.self, source + place, target + place)
      }
      let last = count &- Element.lanes
      move(Element.Vector.self, source + last, target + last)
    } else if count >= 8 {
      move(SIMD8<Element>.self, source, target)
      move(SIMD8<Element>.self, source + (count &- 8), target + (count &- 8))
    } else if count >= 4 {
      move(SIMD4<Element>.self, source, target)
      move(SIMD4<Element>.self, source + (count &- 4), target + (count &- 4))
    } else {
      for place in 0..<count { target[place] = source[place] }
    }
  }

  /// Copies rows in ascending order, each like `run`.
  ///
  /// Rows of less than a vector are copied by two halves, as a vector would cross a line of the cache
  /// with almost each of them.
  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func rows<Element: TileCell>(
    _ rows: Int, of count: Int, _ source: UnsafePointer<Element>, step: Int,
    to target: UnsafeMutablePointer<Element>, step targetStep: Int, end: UnsafePointer<Element>
  ) {
    var (source, target) = (source, target)
    let half = Element.lanes / 2
    if count >= half, count < Element.lanes {
      let last = count &- half
      for _ in 0..<rows {
        move(Element.Half.self, source, target)
        move(Element.Half.self, source + last, target + last)
        source += step
        target += targetStep
      }
    } else {
      for _ in 0..<rows {
        run(source, to: target, count: count, end: end)
        source += step
        target += targetStep
      }
    }
  }

  @inline(__always)
  private static func move<Element: TileCell, Vector>(
    _: Vector.Type, _ source: UnsafePointer<Element>, _ target: UnsafeMutablePointer<Element>
  ) {
    UnsafeMutableRawPointer(target).copyMemory(
      from: UnsafeRawPointer(source), byteCount: MemoryLayout<Vector>.size)
  }

  /// Fills `count` cells, and up to a vector less one cell more, with zeros.
  @inline(__always)
  static func zeros<Element: TileCell>(_ target: UnsafeMutablePointer<Element>, count: Int) {
    var place = 0
    while place < count {
      UnsafeMutableRawPointer(target + place).storeBytes(
        of: Element.Vector.zero, as: Element.Vector.self)
      place &+= Element.lanes
    }
  }

  /// Copies every `step`-th cell, `count` of them; otherwise like `run`.
  @inline(__always)
  static func every<Element: TileCell>(
    _ step: Int, _ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>,
    count: Int, end: UnsafePointer<Element>
  ) {
    let lanes = Element.lanes
    var place = 0
    if step == 2 || step == 4 {
      while place < count, source + (place &+ lanes) &* step <= end {
        let first = source + place &* step
        let even = Element.evenLanes(load(first), load(first + lanes))
        let picked =
          step == 2
          ? even
          : Element.evenLanes(
            even, Element.evenLanes(load(first + 2 &* lanes), load(first + 3 &* lanes)))
        UnsafeMutableRawPointer(target + place).storeBytes(of: picked, as: Element.Vector.self)
        place &+= lanes
      }
    }
    while place < count {
      target[place] = source[place &* step]
      place &+= 1
    }
  }

  /// Copies a vector of every `step`-th cell for each of the first `step` cells: 2 or 4.
  @inline(__always)
  static func deal<Element: TileCell>(
    _ source: UnsafePointer<Element>, step: Int, to target: UnsafeMutablePointer<Element>,
    planeStride: Int
  ) {
    let lanes = Element.lanes
    let (a, b) = (Element.load(source), Element.load(source + lanes))
    let (even, odd) = (Element.evenLanes(a, b), Element.oddLanes(a, b))
    if step == 2 {
      Element.store(even, target)
      Element.store(odd, target + planeStride)
      return
    }
    let (c, d) = (Element.load(source + 2 &* lanes), Element.load(source + 3 &* lanes))
    let (nextEven, nextOdd) = (Element.evenLanes(c, d), Element.oddLanes(c, d))
    Element.store(Element.evenLanes(even, nextEven), target)
    Element.store(Element.evenLanes(odd, nextOdd), target + planeStride)
    Element.store(Element.oddLanes(even, nextEven), target + 2 &* planeStride)
    Element.store(Element.oddLanes(odd, nextOdd), target + 3 &* planeStride)
  }

  /// Exchanges the rows and columns of a block of 8 × 8 cells.
  ///
  /// Each round takes the even and the odd lanes of neighbours; after three, row and column have
  /// changed places.
  @inline(__always)
  static func transpose<Element: SIMDScalar>(
    _ block: InlineArray<8, SIMD8<Element>>
  ) -> InlineArray<8, SIMD8<Element>> {
    var block = block
    for _ in 0..<3 {
      var next = block
      for pair in 0..<4 {
        let both = SIMD16(lowHalf: block[2 &* pair], highHalf: block[2 &* pair &+ 1])
        next[pair] = both.evenHalf
        next[pair &+ 4] = both.oddHalf
      }
      block = next
    }
    return block
  }

  @inline(__always)
  private static func load<Element: TileCell>(_ place: UnsafePointer<Element>) -> Element.Vector {
    UnsafeRawPointer(place).loadUnaligned(as: Element.Vector.self)
  }
}
