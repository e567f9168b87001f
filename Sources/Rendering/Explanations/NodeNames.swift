public import Provenance
import Tensors
import Text

/// What values are called in drawings: the names they are bound to, or how they were made.
public struct NodeNames {
  private var names: [ObjectIdentifier: (name: String, node: Node)] = [:]
  private let taken: Set<String>

  /// The longest text that stands for a value without a name.
  private static let longest = 24

  /// Takes the names that have a value; of two names of one value the first counts.
  public init(_ bound: [(name: String, node: Node)] = []) {
    taken = Set(bound.map(\.name))
    for (name, node) in bound where names[ObjectIdentifier(node)] == nil {
      names[ObjectIdentifier(node)] = (DisplayText.escaped(name), node)
    }
  }

  /// The name that a value is bound to.
  public func name(of node: Node) -> String? { names[ObjectIdentifier(node)]?.name }

  /// The same names, and one more for a value that has none.
  public func naming(_ node: Node, _ name: String) -> NodeNames {
    var result = self
    if result.names[ObjectIdentifier(node)] == nil {
      result.names[ObjectIdentifier(node)] = (DisplayText.escaped(name), node)
    }
    return result
  }

  /// The same names, and `upstream` and `grad x` for what a backward pass has made so far.
  public func following(_ backward: Backward) -> NodeNames {
    var result = naming(backward.upstream, "upstream")
    for (name, node) in names.values.sorted(by: { $0.name < $1.name }) {
      guard let gradient = backward.known(node) else { continue }
      result = result.naming(gradient, "grad \(name)")
    }
    return result
  }

  /// What an operand is called: its name, a written number, how it was made in brackets, or its role.
  public func label(of node: Node, role: String) -> String {
    if let name = operandName(of: node) { return name }
    guard let origin = node.origin else { return leaf(node, role: role) }
    let text =
      "("
      + call(of: origin) { operand, place in
        if let name = operandName(of: operand) { return name }
        return operand.origin == nil
          ? leaf(operand, role: origin.operation.role(of: place)) : nil
      } + ")"
    return text.count <= Self.longest ? text : "(\(origin.operation.verb) ..)"
  }

  /// The name as it stands among others: one of two words is in brackets.
  private func operandName(of node: Node) -> String? {
    name(of: node).map { $0.contains(" ") ? "(\($0))" : $0 }
  }

  /// What a value without a name is called that was not computed.
  private func leaf(_ node: Node, role: String) -> String {
    if node.isLiteral, node.value.shape.rank == 0 {
      return NumberFormat.text(of: node.value.source.cell([]), digits: 6)
    }
    // A role that is also somebody else's name would say the wrong thing.
    guard taken.contains(role) else { return role }
    return node.isLiteral ? "literal" : "leaf"
  }

  /// How a value was made: `conv x k pad=1`, `a + b`; nil for a leaf.
  public func call(of node: Node) -> String? {
    node.origin.map { origin in
      call(of: origin) { operand, place in
        label(of: operand, role: origin.operation.role(of: place))
      }
    }
  }

  /// How a value was made, after its name if it has one: `y = conv x k`, or `conv x k`.
  public func definition(of node: Node) -> String {
    let call = call(of: node) ?? ""
    return name(of: node).map { "\($0) = \(call)" } ?? call
  }

  /// An operation as the language spells it; an operand without a text is left out as `..`.
  func call(of origin: Node.Origin, _ operandText: (Node, Int) -> String?) -> String {
    let operation = origin.operation
    let operands = origin.operands.enumerated().map { operandText($1, $0) ?? ".." }
    let verb = operation.verb
    let options = DisplayText.escaped(operation.options)
    let parts: [String]
    switch operation.notation {
    case .index: return (operands.first ?? "") + options
    case .sign where operands.count == 1: return verb + operands[0]
    case .sign where operands.count == 2: parts = [operands[0], verb, operands[1]]
    case .formula: parts = [verb, options] + operands
    case .application, .sign: parts = [verb] + operands + [options]
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
