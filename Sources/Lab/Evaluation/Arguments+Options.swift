import Language
import Provenance
import Tensors
import Windows

extension Arguments {
  /// Whether an option was given.
  func has(_ name: String) -> Bool { site.options.contains { $0.name == name } }

  /// The options given beyond those the verb declares.
  func freeOptions() throws -> [(name: String, node: Node)] {
    try site.options.filter { site.verb.signature.option($0.name) == nil }.map { option in
      guard let node = try node(option.name) else {
        throw Explanation("`\(option.name)` takes a value, not text", role: option.name)
      }
      return (option.name, node)
    }
  }

  /// An option's value, whatever its shape; nil if it was not given.
  func value(_ name: String) throws -> Node? { try node(name) }

  /// An option's value; nil if it was not given, or as a word or text.
  ///
  /// - Throws: for an unknown name a `Diagnostic` that suggests the option's words too.
  private func node(_ name: String) throws -> Node? {
    guard case .code(let code)? = given(name) else { return nil }
    let evaluator = Evaluator(session: session)
    if case .name(let slot, let span) = code, session.names[slot] == nil {
      let option = site.verb.signature.option(name)
      throw evaluator.unknown(session.names.name(of: slot), span, for: option)
    }
    return try evaluator.node(code)
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
    if case .text(let text)? = given(name) { return text }
    return nil
  }

  /// Whether a yes-or-no option holds.
  func flag(_ name: String) throws -> Bool {
    guard let node = try node(name) else { return word(name) == "true" }
    return try blaming(name) { try node.value.tensor().number != 0 }
  }

  /// A number; nil if the option was not given and has no default.
  func number(_ name: String) throws -> Double? {
    guard let node = try node(name) else {
      return site.verb.signature.option(name)?.defaultText.flatMap { Double($0) }
    }
    return try blaming(name) { try node.value.tensor().number }
  }

  /// A whole number; nil if the option was not given and has no default.
  func integer(_ name: String) throws -> Int? {
    guard let numbers = try integers(name) else { return nil }
    guard numbers.count == 1 else {
      throw Explanation("`\(name)` takes 1 number, not \(numbers.count)", role: name)
    }
    return numbers[0]
  }

  /// A whole number of a range; nil if the option was not given and has no default.
  func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let number = try integer(name) else { return nil }
    guard range.contains(number) else {
      throw Explanation(
        "`\(name)` goes from \(range.lowerBound) to \(range.upperBound), not \(number)", role: name)
    }
    return number
  }

  /// Whole numbers: `axis=1`, `axis=2,3`, `stride=2x1`; nil if the option was not given and has no
  /// default.
  func integers(_ name: String) throws -> [Int]? {
    switch given(name) {
    case .code?:
      return try node(name).map { node in try blaming(name) { try node.wholeNumbers() } }
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

  /// Numbers: `betas=0.9,0.999`; nil if the option was not given.
  func numbers(_ name: String) throws -> [Double]? {
    guard case .indices(let codes)? = given(name) else { return try number(name).map { [$0] } }
    return try codes.map { code in
      guard case .at(let number) = code else {
        throw Explanation("`\(name)` takes numbers, not ranges", role: name)
      }
      return try blaming(name) {
        try Evaluator(session: session).node(number).value.tensor().number
      }
    }
  }

  /// An index list: `at=1,2`, `rows=10:20`; nil if the option was not given.
  func items(_ name: String) throws -> [SliceItem]? {
    let evaluator = Evaluator(session: session)
    let own = site.site.focused(on: name)
    return switch given(name) {
    case .indices(let codes)?: try evaluator.sliceItems(codes, own)
    case .code(let code)?: try evaluator.sliceItems([.at(code)], own)
    default: nil
    }
  }

  /// Rows and columns: `2x1`, or `2` for both.
  func extent(_ name: String) throws -> Extent? {
    try integers(name).map { try Self.extent($0, name, role: name) }
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
    return .explicit(try Self.sides(integers(name) ?? [0], name, role: name))
  }

  /// The operand at a place as the sides of a padding.
  func sides(_ place: Int) throws -> PaddingSides {
    try Self.sides(lengths(place), name(place), role: role(place))
  }

  private static func sides(
    _ numbers: [Int], _ name: String, role: String
  ) throws -> PaddingSides {
    switch numbers.count {
    case 1: return PaddingSides(numbers[0])
    case 2: return PaddingSides(rows: numbers[0], columns: numbers[1])
    case 4:
      return PaddingSides(
        top: numbers[0], left: numbers[1], bottom: numbers[2], right: numbers[3])
    default:
      throw Explanation(
        "`\(name)` takes 1, 2 or 4 numbers, not \(numbers.count)", role: role,
        help: "`1`, `1x2` (rows, columns) or `0x1x0x1` (top, left, bottom, right)")
    }
  }

  private func given(_ name: String) -> OptionCode? {
    site.options.first { $0.name == name }?.code
  }

  /// One number for rows and columns, or two.
  static func extent(_ numbers: [Int], _ name: String, role: String) throws -> Extent {
    switch numbers.count {
    case 1: return Extent(numbers[0])
    case 2: return Extent(rows: numbers[0], columns: numbers[1])
    default:
      throw Explanation(
        "`\(name)` takes rows and columns, not \(numbers.count) numbers", role: role,
        help: "for example `2` or `2x1`")
    }
  }
}
