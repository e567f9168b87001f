import Provenance

/// The names of one call of a defined verb.
final class Frame {
  let definition: DefinedVerb
  var nodes: [Node?]
  /// What the last expression of the body gave.
  var result: Node?

  init(_ definition: DefinedVerb, _ operands: [Node]) {
    self.definition = definition
    nodes = operands + [Node?](repeating: nil, count: definition.locals.count - operands.count)
  }

  /// The value of a name of the body's own.
  func node(named name: String) -> Node? {
    definition.locals.firstIndex(of: name).flatMap { nodes[$0] }
  }
}
