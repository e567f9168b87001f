import Kernels
import Language
import Provenance
import Tensors

/// Runs analysed expressions in a session.
struct Evaluator {
  let session: Session

  /// The value of an expression.
  ///
  /// - Throws: a `Diagnostic` at the operand that is to blame, or `Interrupted`.
  func node(_ code: Code) throws -> Node {
    guard let recording = session.recording, recording.notes(code) else {
      return try value(of: code)
    }
    return try recording.noting(code) { try value(of: code) }
  }

  private func value(of code: Code) throws -> Node {
    switch code {
    case .literal(let node): return node
    case .name(let slot, let span):
      guard let node = session.names[slot] else {
        throw unknown(session.names.name(of: slot), span)
      }
      return node
    case .local(let place, let span):
      guard let node = session.node(of: .local(place, span)) else {
        throw unknown(session.name(of: .local(place, span)), span)
      }
      return node
    case .lastShown(let span):
      guard let node = session.lastShown else {
        throw Diagnostic(
          "nothing has been shown yet", at: span, note: "`_` is the last shown value")
      }
      return node
    case .matrix(let code): return try matrix(code)
    case .index(let code): return try slice(node(code.base), code.items, code.site)
    case .operation(let code):
      return try apply(code.operation, operands(code.operands), code.site)
    case .call(let site): return try value(of: site)
    case .definedCall(let call):
      guard let result = try session.call(call, operands: try call.operands.map { try node($0) })
      else {
        throw Diagnostic("`\(call.name)` gave no value", at: call.site.span)
      }
      return result
    }
  }

  /// What an expression that is a whole statement comes to.
  func outcome(_ code: Code) throws -> Verb.Outcome {
    guard case .call(let site) = code, case .source(_, let alone) = site.verb.action else {
      return .value(try node(code))
    }
    let arguments = try Arguments(session, site)
    return try located(site.site) { try alone(arguments) }
  }

  /// Runs a verb that gives a value.
  private func value(of site: CallSite) throws -> Node {
    switch site.verb.action {
    case .operation(let make):
      if let known = site.operation {
        return try apply(known, remarkedOn(operands(site.values), site), site.site)
      }
      let arguments = try Arguments(session, site)
      let operation = try located(site.site) { try make(arguments) }
      if site.isConstant { site.operation = operation }
      return try apply(operation, remarkedOn(Operands(arguments.values), site), site.site)
    case .value(let make), .source(let make, _):
      let arguments = try Arguments(session, site)
      return try located(site.site) { try make(arguments) }
    case .command:
      throw Diagnostic("`\(site.verb.signature.name)` gives no value", at: site.site.span)
    }
  }

  /// The operands, after what the verb has to remark on them has been said.
  private func remarkedOn(_ operands: Operands, _ site: CallSite) -> Operands {
    if let remark = site.verb.remark?(operands) { session.noteOnce(remark) }
    return operands
  }

  /// Runs a verb that does something.
  func run(_ site: CallSite) throws {
    guard case .command(let action) = site.verb.action else {
      _ = try value(of: site)
      return
    }
    let arguments = try Arguments(session, site)
    try located(site.site) { try action(arguments) }
  }

  private func operands(_ codes: [Code]) throws -> Operands {
    switch codes.count {
    case 1: Operands(try node(codes[0]))
    case 2: Operands(try node(codes[0]), try node(codes[1]))
    case 3: Operands(try node(codes[0]), try node(codes[1]), try node(codes[2]))
    default: Operands(try codes.map { try node($0) })
    }
  }

  /// Applies an operation; literals take the type of what they meet, or else the session's.
  private func apply(_ operation: any Operation, _ operands: Operands, _ site: Site) throws -> Node
  {
    try located(site) {
      guard operands.includeLiterals else { return try Node(operation, operands) }
      let rule = operation.literals
      if rule == .asWritten { return try Node(operation, operands) }
      let met = operands.computedType
      if met == nil, rule == .stayLiteral {
        return try Node(operation, operands, isLiteral: true)
      }
      return try Node(
        operation, operands.literalsTaking(met ?? session.settings.elementType))
    }
  }

  private func matrix(_ code: MatrixCode) throws -> Node {
    var numbers: [Double] = []
    for cell in code.cells {
      let node = try node(cell)
      guard node.value.shape.count == 1, let number = try? node.tensor().number else {
        throw Diagnostic(
          "a matrix has numbers in it, not values of shape \(node.value.shape)", at: code.span,
          help: "`concat` puts values one behind the other")
      }
      numbers.append(number)
    }
    return Node(try Tensor(numbers, Shape(code.extents)), isLiteral: true)
  }

  /// The cells of a value that an index picks.
  func slice(_ operand: Node, _ items: [IndexCode], _ site: Site) throws -> Node {
    let items = try sliceItems(items, site)
    return try located(site) { try Node(SliceOperation(items), Operands(operand)) }
  }

  /// The items of an index, their numbers computed.
  func sliceItems(_ codes: [IndexCode], _ site: Site) throws -> [SliceItem] {
    var items: [SliceItem] = []
    items.reserveCapacity(codes.count)
    for axis in codes.indices {
      do {
        items.append(try item(codes[axis]))
      } catch let error as TensorError where error != .interrupted {
        throw Explanation(error).diagnostic(at: site.focused(on: "index \(axis)"))
      }
    }
    return items
  }

  private func item(_ code: IndexCode) throws -> SliceItem {
    switch code {
    case .all: .all
    case .at(let place): .at(try node(place).wholeNumber())
    case .range(let lower, let upper, let step):
      .range(
        try lower.map { try node($0).wholeNumber() }, try upper.map { try node($0).wholeNumber() },
        step: try step.map { try node($0).wholeNumber() } ?? 1)
    }
  }

  /// A name without a value, where the words of an option would have been legal too.
  func unknown(
    _ name: String, _ span: SourceSpan, for option: OptionSignature? = nil
  ) -> Diagnostic {
    let words = option?.words ?? []
    // A verb is no value of an option.
    let nearest =
      words.isEmpty
      ? session.table.nearest(
        to: name, or: session.boundNames, asStatement: isWholeLine(span))
      : Nearest.match(name, among: words + session.boundNames)
    let takes = option.flatMap { words.isEmpty ? nil : "\($0.name) takes \($0.kind.form)" }
    return Diagnostic(
      "unknown name `\(name)`", at: span,
      help: Idiom.help(for: name) ?? shapeOfNames(name)
        ?? nearest.map { "did you mean `\($0)`?" } ?? takes)
  }

  /// Whether nothing else stands on a name's line: then it may have been meant as a command.
  private func isWholeLine(_ span: SourceSpan) -> Bool {
    let source = session.source
    let line = source.lineSpan(source.location(of: span.start).line)
    return source.text(line).utf8.filter { $0 != 0x20 }.count == span.end - span.start
  }

  /// What `nxn` and `nx3` were meant to be, if n has a value.
  private func shapeOfNames(_ name: String) -> String? {
    let parts = name.split(separator: "x", omittingEmptySubsequences: false).map(String.init)
    let areLengths = parts.allSatisfy { part in
      session.visibleNode(named: part)?.value.shape.count == 1
        || (!part.isEmpty && part.allSatisfy(\.isNumber))
    }
    guard parts.count > 1, areLengths else { return nil }
    return "`[\(parts.joined(separator: ", "))]` makes a shape of names"
  }
}
