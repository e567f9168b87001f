import Language
import Provenance
import Tensors
import Windows

/// What a verb is called with: its operands, evaluated, and its options.
struct Arguments {
  /// The session the call runs in.
  let session: Session
  private let site: CallSite
  private let nodes: [Node?]

  init(_ session: Session, _ site: CallSite) throws {
    self.session = session
    self.site = site
    let evaluator = Evaluator(session: session)
    nodes = try site.operands.map { operand in
      if case .value(let code) = operand { return try evaluator.node(code) }
      return nil
    }
  }

  /// The verb that is called.
  var verb: Verb { site.verb }

  /// How many operands were given.
  var count: Int { site.operands.count }

  /// The operands that the operation is applied to: those the signature calls values.
  var values: [Node] {
    nodes.indices.compactMap { place in
      switch site.verb.signature.operand(at: place)?.kind {
      case .value?, .any?: nodes[place]
      default: nil
      }
    }
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

  /// The source of the operand at a place.
  func sourceText(_ place: Int) -> String { session.sourceText(expression(place).span) }

  /// The text, word or number at a place, or nil if it has none.
  func text(_ place: Int) -> String? {
    guard place < site.operands.count else { return nil }
    switch site.operands[place] {
    case .text(let text), .word(let text): return text
    case .value, .expression: return nil
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
    try Self.extent(lengths(place), role(place))
  }

  private func role(_ place: Int) -> String {
    site.verb.signature.operand(at: place)?.role ?? "operand"
  }
}

// MARK: - Options

extension Arguments {
  /// Whether an option was given.
  func has(_ name: String) -> Bool { site.options.contains { $0.name == name } }

  /// The options given beyond those the verb declares.
  func freeOptions() throws -> [(name: String, node: Node)] {
    let evaluator = Evaluator(session: session)
    return try site.options.compactMap { option in
      guard site.verb.signature.option(option.name) == nil, case .code(let code) = option.code
      else { return nil }
      return (option.name, try evaluator.node(code))
    }
  }

  /// An option's word, or its default's.
  func word(_ name: String) -> String {
    switch given(name) {
    case .word(let word)?, .text(let word)?: word
    default: site.verb.signature.option(name)?.defaultText ?? ""
    }
  }

  /// An option's text; nil if it was not given.
  func text(_ name: String) -> String? {
    switch given(name) {
    case .word(let text)?, .text(let text)?: text
    default: nil
    }
  }

  /// Whether a yes-or-no option holds.
  func flag(_ name: String) throws -> Bool {
    guard case .code(let code)? = given(name) else { return word(name) == "true" }
    return try blaming(name) {
      try Evaluator(session: session).node(code).value.tensor().number != 0
    }
  }

  /// A number; nil if the option was not given and has no default.
  func number(_ name: String) throws -> Double? {
    guard case .code(let code)? = given(name) else {
      return site.verb.signature.option(name)?.defaultText.flatMap { Double($0) }
    }
    return try blaming(name) { try Evaluator(session: session).node(code).value.tensor().number }
  }

  /// A whole number; nil if the option was not given and has no default.
  func integer(_ name: String) throws -> Int? {
    try integers(name)?.first
  }

  /// Whole numbers: `axis=1`, `axis=2,3`, `stride=2x1`; nil if the option was not given and has no
  /// default.
  func integers(_ name: String) throws -> [Int]? {
    switch given(name) {
    case .code(let code)?:
      return try blaming(name) { try Evaluator(session: session).node(code).wholeNumbers() }
    case .indices?:
      return try items(name)?.map { item in
        guard case .at(let place) = item else {
          throw Explanation("`\(name)` takes numbers, not ranges", role: name)
        }
        return place
      }
    case .word?, .text?: return nil
    case nil:
      return site.verb.signature.option(name)?.defaultText.flatMap { text in
        let parts = text.split(separator: "x").map { Int($0) }
        return parts.contains(nil) ? nil : parts.compactMap(\.self)
      }
    }
  }

  /// An index list: `at=1,2`, `rows=10:20`; nil if the option was not given.
  func items(_ name: String) throws -> [SliceItem]? {
    let evaluator = Evaluator(session: session)
    switch given(name) {
    case .indices(let codes)?: return try evaluator.sliceItems(codes, site.site)
    case .code(let code)?: return try evaluator.sliceItems([.at(code)], site.site)
    default: return nil
    }
  }

  /// Rows and columns: `2x1`, or `2` for both.
  func extent(_ name: String) throws -> Extent? {
    try integers(name).map { try Self.extent($0, name) }
  }

  /// A padding: numbers for all sides, for rows×columns or for top×left×bottom×right, or a word.
  func padding(_ name: String = "pad") throws -> Padding {
    switch given(name) {
    case .word("same")?: return .same
    case .word("same-lower")?: return .sameLower
    case .word("full")?: return .full
    case .word("valid")?: return .valid
    default: break
    }
    return .explicit(try Self.sides(integers(name) ?? [0], name))
  }

  /// The operand at a place as the sides of a padding.
  func sides(_ place: Int) throws -> PaddingSides { try Self.sides(lengths(place), role(place)) }

  private static func sides(_ numbers: [Int], _ role: String) throws -> PaddingSides {
    switch numbers.count {
    case 1: return PaddingSides(numbers[0])
    case 2: return PaddingSides(rows: numbers[0], columns: numbers[1])
    case 4:
      return PaddingSides(
        top: numbers[0], left: numbers[1], bottom: numbers[2], right: numbers[3])
    default:
      throw Explanation(
        "`\(role)` takes 1, 2 or 4 numbers, not \(numbers.count)", role: role,
        help: "`1`, `1x2` (rows, columns) or `0x1x0x1` (top, left, bottom, right)")
    }
  }

  private func given(_ name: String) -> OptionCode? {
    site.options.first { $0.name == name }?.code
  }

  private static func extent(_ numbers: [Int], _ role: String) throws -> Extent {
    switch numbers.count {
    case 1: return Extent(numbers[0])
    case 2: return Extent(rows: numbers[0], columns: numbers[1])
    default:
      throw Explanation(
        "`\(role)` takes rows and columns, not \(numbers.count) numbers", role: role,
        help: "for example `2` or `2x1`")
    }
  }

  /// Runs the body; whatever it throws is the fault of one operand or option.
  private func blaming<Result>(_ role: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as TensorError {
      throw Explanation(error).blaming(role)
    }
  }
}
