import Provenance

/// A value that another one came from, and what it is called.
struct Subject {
  let node: Node
  let title: String
  /// Whether it came as it is, as a loaded picture does: nobody would train it.
  var isData = false
}
