extension Node {
  /// The value and all it came from, each before its operands.
  public var ancestry: [Node] { Backward.ordered(from: [self]) }
}
