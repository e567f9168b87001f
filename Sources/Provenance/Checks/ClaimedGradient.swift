/// A gradient that somebody worked out by other means.
public struct ClaimedGradient {
  /// What it is the gradient with respect to.
  public let variable: Node
  /// The gradient; its shape should be the variable's.
  public let gradient: Node

  /// Makes a claim.
  public init(of variable: Node, _ gradient: Node) {
    self.variable = variable
    self.gradient = gradient
  }
}
