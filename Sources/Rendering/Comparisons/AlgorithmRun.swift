/// One way to compute something, as it was measured: a row of `compare`.
public struct AlgorithmRun: Hashable, Sendable {
  /// What is computed: `forward`, `dx`, `dk`.
  public var pass: String
  /// How.
  public var algorithm: String
  /// Whether this is what runs unless another way is asked for.
  public var isChosen: Bool
  /// Seconds that a run takes: the median of all measured.
  public var seconds: Double
  /// Floating-point operations that a run does; nil where counting them says nothing.
  public var operations: Int?
  /// The most bytes in use at one time beyond operands and result.
  public var extraBytes: Int
  /// The largest difference of a cell from the reference's; nil for the reference.
  public var difference: Double?

  /// Makes a row.
  public init(
    pass: String, algorithm: String, isChosen: Bool, seconds: Double, operations: Int?,
    extraBytes: Int, difference: Double?
  ) {
    self.pass = pass
    self.algorithm = algorithm
    self.isChosen = isChosen
    self.seconds = seconds
    self.operations = operations
    self.extraBytes = extraBytes
    self.difference = difference
  }
}
