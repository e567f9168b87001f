import Language
import Provenance
import Tensors
import Windows

/// What a verb is called with: its operands, evaluated, and its options.
struct Arguments {
  /// The session the call runs in.
  let session: Session
  /// The call in the source.
  let site: CallSite
  /// The values of the operands that have one, the others left out from the first one on.
  private var nodes: [Node?] = []

  init(_ session: Session, _ site: CallSite) throws {
    self.session = session
    self.site = site
    let evaluator = Evaluator(session: session)
    for (place, operand) in site.operands.enumerated() {
      guard case .value(let code) = operand else { continue }
      while nodes.count < place { nodes.append(nil) }
      nodes.append(try evaluator.node(code))
    }
  }

  /// The verb that is called.
  var verb: Verb { site.verb }

  /// How many operands were given.
  var count: Int { site.operands.count }

  /// The operands that the operation is applied to: those the signature calls values.
  var values: [Node] {
    nodes.indices.compactMap { place in
      switch signature(place)?.kind {
      case .value?, .any?: nodes[place]
      default: nil
      }
    }
  }

  /// What a verb makes of its options; made once where they are all written out.
  func once<Result>(_ make: () throws -> Result) rethrows -> Result {
    if let known = site.kept as? Result { return known }
    let result = try make()
    if site.hasConstantOptions { site.kept = result }
    return result
  }

  /// The operand at a place; the parser has seen to it that a required one is there.
  func node(_ place: Int) throws -> Node {
    guard place < nodes.count, let node = nodes[place] else {
      throw Explanation("a value is due here", role: role(place))
    }
    return node
  }

  /// The cells of the operand at a place; a literal takes the session's type.
  func tensor(_ place: Int) throws -> Tensor {
    try node(place).literalTaking(session.settings.elementType).value.tensor()
  }

  /// The operand at a place as it stands in the source.
  func expression(_ place: Int) -> Expression { site.application.operands[place] }

  /// The text, word or number at a place, or nil if it has none.
  func text(_ place: Int) -> String? {
    guard place < site.operands.count else { return nil }
    switch site.operands[place] {
    case .text(let text), .word(let text): return text
    case .value, .name, .expression: return nil
    }
  }

  /// The operand at a place as a number.
  func number(_ place: Int) throws -> Double {
    try blaming(role(place)) { try node(place).value.tensor().number }
  }

  /// The operand at a place as a whole number.
  func integer(_ place: Int) throws -> Int {
    try blaming(role(place)) { try node(place).wholeNumber() }
  }

  /// The operand at a place as a number of things: whole, and not negative.
  func amount(_ place: Int) throws -> Int {
    let amount = try integer(place)
    guard amount >= 0 else {
      throw Explanation("\(name(place)) \(amount) is negative", role: role(place))
    }
    return amount
  }

  /// The operand at a place as lengths: `3x3`, `5` or `[n, 400]`.
  func lengths(_ place: Int) throws -> [Int] {
    try blaming(role(place)) { try node(place).wholeNumbers() }
  }

  /// The operand at a place as a legal shape.
  func shape(_ place: Int) throws -> Shape {
    let lengths = try lengths(place)
    return try blaming(role(place)) { try Shape(lengths) }
  }

  /// The operand at a place as rows and columns: `3x3`, or `3` for both.
  func extent(_ place: Int) throws -> Extent {
    try Self.extent(lengths(place), name(place), role: role(place))
  }

  private func signature(_ place: Int) -> OperandSignature? {
    site.application.operandSignature(at: place, of: site.verb.signature)
  }

  /// What help calls the operand at a place.
  func name(_ place: Int) -> String {
    signature(place)?.name ?? "operand"
  }

  /// What errors call the operand at a place.
  func role(_ place: Int) -> String {
    signature(place)?.role ?? "operand"
  }

  /// An error that is the fault of one of several operands.
  func fault(_ error: any Error, ofOperand place: Int, help: String? = nil) -> Diagnostic {
    var explanation = Explanation(error)
    explanation.help = help ?? explanation.help
    return explanation.diagnostic(at: Site(expression(place).span))
  }

  /// Runs the body; whatever it throws is the fault of one operand or option.
  func blaming<Result>(_ role: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as TensorError where error != .interrupted {
      throw Explanation(error).blaming(role)
    }
  }
}
