public import Tensors

/// How a mistake shows.
public enum MutantFlaw: Error, Hashable, Sendable {
  /// The gradient has another shape than it should.
  case shape([Int], expected: [Int])
  /// A cell is off by this much, the most of all.
  case value(error: Double, at: CellIndex)
  /// The code reads or writes where nothing is.
  case pastTheEnd
  /// The kernel and the upstream gradient have different numbers of channels.
  case channels(kernel: Int, upstream: Int)
}
