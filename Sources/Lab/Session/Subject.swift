import Provenance

/// A value that another one came from, and what it is called.
struct Subject {
  let node: Node
  let title: String
}
