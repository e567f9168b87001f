/// What a summary line says of many cells. Places are row-major.
///
/// The mean, the deviation and the extremes are those of the finite cells.
public struct CellStatistics: Hashable, Sendable, BitwiseCopyable {
  /// How many cells there are.
  public internal(set) var count = 0
  /// How many of them are NaN.
  public internal(set) var nanCount = 0
  /// How many are infinite, of either sign.
  public internal(set) var infinityCount = 0
  /// How many are 0 or -0.
  public internal(set) var zeroCount = 0
  /// Where the first NaN lies.
  public internal(set) var firstNaN: Int?
  /// Where the first infinity lies.
  public internal(set) var firstInfinity: Int?
  /// Where the first of the smallest finite cells lies.
  public internal(set) var leastPlace: Int?
  /// Where the first of the largest finite cells lies.
  public internal(set) var largestPlace: Int?
  /// The smallest finite cell; infinity if there is none.
  public internal(set) var least = Double.infinity
  /// The largest finite cell; -infinity if there is none.
  public internal(set) var largest = -Double.infinity
  /// The mean of the finite cells; NaN if there is none.
  public internal(set) var mean = Double.nan
  /// The sum of the finite cells' squared distances from their mean.
  var squares = 0.0

  /// How many cells are numbers other than NaN and the infinities.
  public var finiteCount: Int { count - nanCount - infinityCount }

  /// The standard deviation of the finite cells (divided by their count); NaN if there is none.
  public var deviation: Double {
    finiteCount == 0 ? .nan : (squares / Double(finiteCount)).squareRoot()
  }

  /// The statistics of these cells and of others that come after them.
  ///
  /// Means and squares are joined as by Chan, Golub and LeVeque, "Updating formulae and a pairwise
  /// algorithm for computing sample variances", 1979.
  mutating func append(_ next: CellStatistics) {
    let (n, m) = (Double(finiteCount), Double(next.finiteCount))
    if n == 0 {
      (mean, squares) = (next.mean, next.squares)
    } else if m > 0 {
      let distance = next.mean - mean
      mean += distance * (m / (n + m))
      squares += next.squares + distance * distance * (n * m / (n + m))
    }
    firstNaN = firstNaN ?? next.firstNaN.map { $0 + count }
    firstInfinity = firstInfinity ?? next.firstInfinity.map { $0 + count }
    if next.least < least {
      (least, leastPlace) = (next.least, next.leastPlace.map { $0 + count })
    }
    if next.largest > largest {
      (largest, largestPlace) = (next.largest, next.largestPlace.map { $0 + count })
    }
    count += next.count
    nanCount += next.nanCount
    infinityCount += next.infinityCount
    zeroCount += next.zeroCount
  }
}
