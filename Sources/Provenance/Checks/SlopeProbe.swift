import Kernels
import Tensors

/// Changes a leaf and measures what that does to ⟨u, y⟩.
///
/// Where y is linear in the leaf, it is replaced by the step itself, from zero and h = 1 wide: then
/// nothing rounds but what y's own sums round.
struct SlopeProbe {
  /// Whether the value is linear in the leaf and that is made use of.
  let isLinear: Bool
  /// How wide the steps are.
  let width: Double
  private let takesForwardDifferences: Bool
  private let upstream: [Double]
  private var replay: Replay
  /// Where the leaf stands between two steps.
  private let start: [Double]
  private var leaf: Tensor
  /// y there.
  private let here: [Double]

  /// Prepares to change a leaf.
  ///
  /// - Parameters:
  ///   - root: the value, in f64.
  ///   - leaf: what it depends on.
  ///   - upstream: of the value's cells.
  init(
    of root: Node, in leaf: Node, upstream: [Double], options: GradientCheckOptions
  ) throws {
    takesForwardDifferences = options.takesForwardDifferences
    isLinear = !takesForwardDifferences && root.isLinear(in: leaf)
    width = isLinear ? 1 : options.h
    self.upstream = upstream
    replay = Replay(of: root, replacing: leaf)
    let shape = leaf.value.shape
    self.leaf =
      isLinear
      ? try Tensor(shape, .f64) : try leaf.value.tensor().copied(to: .f64)
    start = self.leaf.array
    here =
      isLinear
      ? try replay.cells(replacingWith: self.leaf) : try root.value.tensor().array
  }

  /// The slope along one cell.
  ///
  /// - Parameters:
  ///   - place: the cell's row-major place.
  ///   - width: another width than the check's.
  mutating func slope(at place: Int, width other: Double? = nil) throws -> WeighedSlope {
    let index = leaf.shape.index(at: place)
    let cell = start[place]
    defer { try? leaf.set(index, to: cell) }
    return try slope(width: other ?? width, isRefined: other != nil) { probe, step in
      try probe.leaf.set(index, to: cell + step)
      // What was really added, after rounding.
      return (cell + step) - cell
    }
  }

  /// The slope along a direction, whose largest step is as wide as the check's.
  mutating func slope(along direction: [Double]) throws -> WeighedSlope {
    let largest = direction.reduce(0) { max($0, $1.magnitude) }
    let width = isLinear || largest == 0 ? 1 : width / largest
    let original = leaf
    defer { leaf = original }
    return try slope(width: width, isRefined: false) { probe, step in
      let cells = zip(probe.start, direction).map { $0 + step * $1 }
      probe.leaf = try Tensor(cells, probe.leaf.shape)
      return step
    }
  }

  private mutating func slope(
    width: Double, isRefined: Bool, moving move: (inout SlopeProbe, Double) throws -> Double
  ) throws -> WeighedSlope {
    let up = try move(&self, width)
    let above = try replay.cells(replacingWith: leaf)
    if isLinear || takesForwardDifferences && !isRefined {
      return WeighedSlope(upstream, from: here, to: above, width: up)
    }
    let down = try move(&self, -width)
    let below = try replay.cells(replacingWith: leaf)
    return WeighedSlope(
      upstream, below: below, here: here, above: above, width: (up - down) / 2)
  }
}
