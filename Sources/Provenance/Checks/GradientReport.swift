/// What a gradient check found.
public struct GradientReport: Hashable, Sendable {
  /// What it found for each leaf, in the order in which they were to be checked.
  public var leaves: [LeafReport] = []
  /// How many cells of the value are NaN or infinite: they were left out.
  public var ignoredCount = 0
  /// Whether only directions were tried, not cells.
  public var isFast: Bool
  /// Whether the user stopped it: the last leaf may be half checked, later ones are missing.
  public var isInterrupted = false

  /// The first leaf whose gradient is wrong.
  public var firstWrong: LeafReport? { leaves.first { $0.verdict == .wrong } }
}
