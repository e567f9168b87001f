/// How gradients are checked.
public struct GradientCheckOptions {
  /// The difference's width; 1e-5, or 1e-4 for forward differences, unless given.
  public var width: Double?
  /// How far a gradient may be off, as a part of its size; 1e-6, or 1e-8 for forward differences,
  /// unless given.
  public var tolerance: Double?
  /// Whether each leaf is checked along random directions only.
  public var isFast = false
  /// Whether (y(x + h) − y(x)) / h is taken, as lhk's "convolution" checks, instead of a central difference.
  public var takesForwardDifferences = false
  /// The gradient of the value that the check starts with; random unless given.
  public var upstream: Node?
  /// Where the check's own random numbers start.
  public var seed: UInt64 = 0
  /// The longest check that is begun, in seconds; nil for one of any length.
  public var longest: Double? = 60

  /// Makes options; each has the language's default.
  public init() {}

  var h: Double { width ?? (takesForwardDifferences ? 1e-4 : 1e-5) }
  /// An f32 gradient that someone claims is only as good as f32.
  func allowed(forSingle isSingle: Bool) -> Double {
    tolerance ?? (isSingle ? 1e-4 : takesForwardDifferences ? 1e-8 : 1e-6)
  }
}
