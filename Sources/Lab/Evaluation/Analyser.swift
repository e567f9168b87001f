import Kernels
import Language
import Provenance
import Tensors

/// Turns expressions into `Code`: looks names and verbs up once, and makes literals.
struct Analyser {
  let names: Names
  let verbs: VerbSet
  /// What the spans point into.
  let source: SourceText
  /// The names of the definition that is analysed; they hide the session's.
  let locals: [String]

  init(names: Names, verbs: VerbSet, source: SourceText, locals: [String] = []) {
    (self.names, self.verbs, self.source, self.locals) = (names, verbs, source, locals)
  }

  /// The analyser of what a session runs now.
  init(of session: Session) {
    self.init(
      names: session.names, verbs: session.verbs, source: session.source,
      locals: session.frame?.definition.locals ?? [])
  }

  func code(_ expression: Expression) throws(Diagnostic) -> Code {
    switch expression.kind {
    case .number(let literal):
      return .literal(Node(Tensor(literal.value), isLiteral: true))
    case .shape(let extents):
      return .literal(try vector(extents.map(Double.init), expression.span))
    case .matrix(let literal):
      return try matrix(literal, expression.span)
    case .name("_"):
      return .lastShown(expression.span)
    case .name(let name):
      return target(name, expression.span).code
    case .index(let base, let items):
      let site = Self.site(ofIndex: items, of: base.span)
      return .index(IndexedCode(try code(base), try indices(items), site: site))
    case .application(let application):
      guard application.verbIndex != nil else { return .definedCall(try definedCall(application)) }
      return .call(try call(application))
    case .negation(let operand):
      if case .number(let literal) = operand.kind {
        return .literal(Node(Tensor(-literal.value), isLiteral: true))
      }
      let site = Site(expression.span, [Site.Part("x", at: operand.span)])
      return .operation(OperationCode(UnaryOperation(.negate), [try code(operand)], site: site))
    case .binary(let infix, let left, let right, let span):
      let site = Site(
        span, [Site.Part("left", at: left.span), Site.Part("right", at: right.span)])
      return .operation(
        OperationCode(infix.operation, [try code(left), try code(right)], site: site))
    case .text, .word:
      throw Diagnostic("a value is due here, not text", at: expression.span)
    }
  }

  /// A call of a verb that the session defined.
  func definedCall(_ application: Application) throws(Diagnostic) -> DefinedCall {
    var operands: [Code] = []
    for operand in application.operands { operands.append(try code(operand)) }
    return DefinedCall(application.verb, operands, Site(application.verbSpan))
  }

  /// A call of a built-in verb.
  func call(_ application: Application) throws(Diagnostic) -> CallSite {
    guard let index = application.verbIndex else {
      throw Diagnostic(
        "`\(application.verb)` is a verb of your own, a built-in one is due here",
        at: application.verbSpan)
    }
    let verb = verbs.verb(at: index)
    var operands: [CallSite.Operand] = []
    for (place, expression) in application.operands.enumerated() {
      let declared = application.operandSignature(at: place, of: verb.signature)
      operands.append(try operand(expression, declared?.kind ?? .value))
    }
    var options: [(name: String, code: OptionCode)] = []
    for option in application.options {
      options.append((option.name, try self.option(option)))
    }
    return CallSite(verb: verb, application: application, operands: operands, options: options)
  }

  private func operand(
    _ expression: Expression, _ kind: OperandSignature.Kind
  ) throws(Diagnostic) -> CallSite.Operand {
    switch kind {
    case .name:
      guard case .name(let name) = expression.kind else { return .expression(expression) }
      return .name(target(name, expression.span))
    case .cell, .call, .anyCall, .setting: return .expression(expression)
    case .value, .shape, .text, .file, .word, .verb, .any: break
    }
    switch expression.kind {
    case .text(let text): return .text(text)
    case .word(let word): return .word(word)
    default: return .value(try code(expression))
    }
  }

  private func option(_ option: OptionArgument) throws(Diagnostic) -> OptionCode {
    switch option.value {
    case .word(let word): return .word(word)
    case .indices(let items): return .indices(try indices(items))
    case .expression(let expression):
      if case .text(let text) = expression.kind { return .text(text) }
      return .code(try code(expression))
    }
  }

  /// Where an index and its items stand: item n picks on axis n.
  static func site(ofIndex items: [IndexItem], of base: SourceSpan) -> Site {
    let parts = items.enumerated().map { Site.Part("index \($0)", at: $1.span) }
    return Site(items.first?.span ?? base, [Site.Part("x", at: base)] + parts)
  }

  func indices(_ items: [IndexItem]) throws(Diagnostic) -> [IndexCode] {
    var codes: [IndexCode] = []
    for item in items {
      switch item.kind {
      case .all: codes.append(.all)
      case .at(let place): codes.append(.at(try code(place)))
      case .range(let lower, let upper, let step):
        codes.append(
          .range(lower: try optional(lower), upper: try optional(upper), step: try optional(step)))
      }
    }
    return codes
  }

  func optional(_ expression: Expression?) throws(Diagnostic) -> Code? {
    guard let expression else { return nil }
    return try code(expression)
  }

  private func matrix(_ literal: MatrixLiteral, _ span: SourceSpan) throws(Diagnostic) -> Code {
    var codes: [Code] = []
    var numbers: [Double] = []
    for cell in literal.cells {
      let code = try self.code(cell)
      codes.append(code)
      if case .literal(let node) = code, let number = try? node.value.tensor().number {
        numbers.append(number)
      }
    }
    guard numbers.count == codes.count else {
      return .matrix(MatrixCode(codes, extents: literal.extents, span))
    }
    return .literal(try literalNode(numbers, literal.extents, span))
  }

  private func vector(_ numbers: [Double], _ span: SourceSpan) throws(Diagnostic) -> Node {
    try literalNode(numbers, [numbers.count], span)
  }

  private func literalNode(
    _ numbers: [Double], _ extents: [Int], _ span: SourceSpan
  ) throws(Diagnostic) -> Node {
    do {
      return Node(try Tensor(numbers, Shape(extents)), isLiteral: true)
    } catch {
      throw Explanation(error).diagnostic(at: Site(span))
    }
  }
}

extension BinaryOperator {
  /// The operation an infix operator stands for.
  var operation: any Operation {
    switch self {
    case .add: BinaryOperation(.add)
    case .subtract: BinaryOperation(.subtract)
    case .multiply: BinaryOperation(.multiply)
    case .divide: BinaryOperation(.divide)
    case .power: BinaryOperation(.power)
    case .matmul: MatmulOperation()
    }
  }
}
