import Synchronization

/// When a walk through a graph came by a value, and which place it gave it.
///
/// A walk knows by its number what it has seen, and needs no set of it.
struct Visit {
  private static let walks = Atomic<Int>(0)

  /// The walk's number; 0 before the first one.
  var walk = 0
  /// The place among what the walk found.
  var place = 0

  /// The number of a new walk.
  static func newWalk() -> Int { walks.wrappingAdd(1, ordering: .relaxed).newValue }
}
