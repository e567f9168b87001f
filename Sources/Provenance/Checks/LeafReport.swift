public import Tensors

/// What a gradient check found for one leaf.
public struct LeafReport: Hashable, Sendable {
  /// What is to be said of a gradient.
  public enum Verdict: Hashable, Sendable {
    /// It agrees with the differences.
    case right
    /// It agrees wherever the value has a derivative; at some cells it has none within reach.
    case kink
    /// It does not.
    case wrong
    /// The check was stopped before it could tell.
    case unfinished
  }

  /// A cell's gradient beside what differences give.
  public struct Comparison: Hashable, Sendable {
    /// The leaf's cell.
    public let cell: CellIndex
    /// The gradient.
    public let gradient: Double
    /// What the differences give.
    public let numeric: Double

    /// How far the two are apart.
    public var absoluteError: Double { (gradient - numeric).magnitude }
    /// How far they are apart as a part of the larger; 0 for two zeros.
    public var relativeError: Double {
      let size = max(gradient.magnitude, numeric.magnitude)
      return size == 0 ? 0 : absoluteError / size
    }
  }

  /// A cell near which the value bends: where its derivative jumps.
  public struct Kink: Hashable, Sendable {
    /// The leaf's cell.
    public let cell: CellIndex
    /// The gradient.
    public let gradient: Double
    /// The least that a difference to one side may be.
    public let low: Double
    /// The most.
    public let high: Double

    /// How far the derivative jumps.
    public var gap: Double { high - low }
  }

  /// What the value changes along a direction, beside what the gradient says: ⟨u, J v⟩ = ⟨Jᵀu, v⟩.
  public struct Projection: Hashable, Sendable {
    /// ⟨u, J v⟩, by differences.
    public let numeric: Double
    /// ⟨Jᵀu, v⟩, by the gradient.
    public let gradient: Double
    /// Whether the two agree, or all that keeps them apart are kinks.
    public let holds: Bool
  }

  /// The place of the leaf among those to be checked.
  public let place: Int
  /// The leaf's shape.
  public let shape: Shape
  /// Whether the value is linear in the leaf, so that h = 1 is exact.
  public let isLinear: Bool
  /// The width of the differences.
  public let width: Double
  /// How many cells were checked.
  public var checkedCount = 0
  /// The cell with the largest absolute error.
  public var worst: Comparison?
  /// The cell with the largest relative error.
  public var worstRelative: Comparison?
  /// How many cells' gradients are wrong.
  public var wrongCount = 0
  /// The wrong cell with the largest error.
  public var worstWrong: Comparison?
  /// Cells that are NaN both ways.
  public var undefinedCount = 0
  /// At how many cells y curves so much that narrower steps had to be taken.
  public var refinedCount = 0
  /// How many cells lie at a kink.
  public var kinkCount = 0
  /// The kink with the largest gap.
  public var widestKink: Kink?
  /// The adjoint identity along a random direction.
  public var projection: Projection?
  /// Along all ones, where there are kinks: equal cells that move together stay equal.
  public var projectionAlongOnes: Projection?
  /// What is to be said of the gradient.
  public var verdict = Verdict.unfinished
}
