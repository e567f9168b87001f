/// A function of a vector of cells, lane by lane, as a type: see `CellMap`.
protocol CellVectorMap: Sendable {
  associatedtype Cell: TileCell
  func callAsFunction(_ x: Cell.Vector) -> Cell.Vector
}

extension CellVectorMap {
  /// Sets `count` cells at `y` to the function of those at `x`; either may be the other.
  @inline(__always)
  func apply(
    _ x: UnsafePointer<Cell>, step xStep: Int, to y: UnsafeMutablePointer<Cell>, step yStep: Int,
    count: Int
  ) {
    let lanes = Cell.lanes
    var i = 0
    if xStep == 1, yStep == 1 {
      while i &+ lanes <= count {
        let vector = UnsafeRawPointer(x + i).loadUnaligned(as: Cell.Vector.self)
        UnsafeMutableRawPointer(y + i).storeBytes(of: self(vector), as: Cell.Vector.self)
        i &+= lanes
      }
    }
    while i < count {
      let here = min(lanes, count &- i)
      var vector = Cell.Vector()
      for lane in 0..<here { vector[lane] = x[(i &+ lane) &* xStep] }
      let result = self(vector)
      for lane in 0..<here { y[(i &+ lane) &* yStep] = result[lane] }
      i &+= lanes
    }
  }
}

struct HyperbolicTangent<Cell: Transcendental>: CellVectorMap {
  @inline(__always)
  func callAsFunction(_ x: Cell.Vector) -> Cell.Vector { Cell.hyperbolicTangent(x) }
}

struct Logistic<Cell: Transcendental>: CellVectorMap {
  @inline(__always) func callAsFunction(_ x: Cell.Vector) -> Cell.Vector { Cell.logistic(x) }
}

struct Exponential<Cell: Transcendental>: CellVectorMap {
  @inline(__always) func callAsFunction(_ x: Cell.Vector) -> Cell.Vector { Cell.exponential(x) }
}

struct Logarithm<Cell: Transcendental>: CellVectorMap {
  @inline(__always) func callAsFunction(_ x: Cell.Vector) -> Cell.Vector { Cell.logarithm(x) }
}
