/// A loop's body in three parts: statements before a graph, those that make the graph and descend it, and
/// statements behind.
///
/// The middle part is computed by a `RoundRoutine` once its graph is known; the others are run.
struct RoundParts {
  /// The middle part's place in the body.
  let graph: Range<Int>
  /// The slots that the middle part binds by `=`.
  let bound: Set<Int>
  /// The slots that it moves against their gradients.
  let parameters: Set<Int>
  /// The slots it reads and does not bind.
  let inputs: Set<Int>
  /// Those of `inputs` that the rest of a round may bind anew.
  let changing: Set<Int>
  /// The slots that options and shapes are computed from; they stay as they are.
  let settled: Set<Int>
  /// The expressions in the middle part that owe nothing to its graph, and are evaluated every round.
  let apart: Set<ObjectIdentifier>
  /// The slots of the middle part's that the statements behind it read.
  let readBehind: Set<Int>
}
