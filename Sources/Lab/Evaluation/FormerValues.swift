import Provenance

/// The last values that a name had before the one it has now, by identity alone.
///
/// A weak reference would make every later retain of a value slow.
struct FormerValues {
  /// So many are remembered.
  private static let most = 8

  private var ring = InlineArray<8, ObjectIdentifier?>(repeating: nil)
  private var count = 0

  /// The identities, in no particular order; one of a value that is gone may be a new value's by now.
  var identities: [ObjectIdentifier] { ring.indices.compactMap { ring[$0] } }

  /// Remembers a value, and forgets the oldest one.
  mutating func append(_ node: Node) {
    ring[count % Self.most] = ObjectIdentifier(node)
    count += 1
  }
}
