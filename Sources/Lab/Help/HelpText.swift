import Language
import Text

/// The text of `help`, made from the verbs' signatures.
enum HelpText {
  /// All verbs by group, a line each.
  static func overview(_ table: VerbTable, width: Int?) -> String {
    var lines: [String] = []
    for group in VerbGroup.allCases {
      var names = table.signatures.filter { $0.group == group }.map(\.name)
      if group == .session { names += StatementHelp.all.map(\.keyword.rawValue) }
      if names.isEmpty { continue }
      lines += wrapped(
        names.joined(separator: " "), after: group.title.padded(to: 13), indent: 13, width)
    }
    lines += [
      "",
      "`help conv` tells all about a verb, `help language` how lines are written:",
      "`x = 3` binds a name, a name alone is shown, x[0, 2:5] picks cells",
    ]
    return lines.joined(separator: "\n")
  }

  /// All about one verb.
  static func text(about verb: VerbSignature, width: Int?) -> String {
    var lines = wrapped(verb.usage, indent: verb.name.count + 1, width)
    lines += wrapped(verb.summary, after: "  ", indent: 2, width)
    let operands = verb.operands.filter { !$0.summary.isEmpty }
    let names = operands.map(\.name) + verb.options.map { "\($0.name)=" }
    let column = (names.map(\.count).max() ?? 0) + 4
    if !names.isEmpty { lines.append("") }
    for operand in operands {
      lines += wrapped(
        operand.summary, after: ("  " + operand.name).padded(to: column), indent: column, width)
    }
    for option in verb.options {
      var text = option.summary
      if case .words(let words) = option.kind { text += ": " + words.joined(separator: " ") }
      if let value = option.defaultText { text += " (default \(value))" }
      lines += wrapped(
        text, after: ("  " + option.name + "=").padded(to: column), indent: column, width)
    }
    return (lines + examples(verb.examples)).joined(separator: "\n")
  }

  /// All about a statement that begins with a keyword.
  static func text(about statement: StatementHelp, width: Int?) -> String {
    var lines = statement.forms
    lines += wrapped(statement.summary, after: "  ", indent: 2, width)
    return (lines + examples(statement.examples)).joined(separator: "\n")
  }

  /// How lines are written.
  static func textAboutLanguage(width: Int?) -> String {
    let lines = LanguageHelp.subjects.flatMap {
      wrapped($0.text, after: $0.title.padded(to: 11), indent: 11, width)
    }
    return (lines + examples(LanguageHelp.examples)).joined(separator: "\n")
  }

  private static func examples(_ examples: [VerbExample]) -> [String] {
    var lines: [String] = []
    for (place, example) in examples.enumerated() {
      lines.append("")
      if place == 0 { lines.append("for example") }
      lines += example.input.split(separator: "\n").map { "> \($0)" }
      if !example.output.isEmpty { lines.append(example.output) }
    }
    return lines
  }

  /// A line broken between words at a width; what follows the first is indented.
  private static func wrapped(
    _ text: String, after label: String = "", indent: Int, _ width: Int?
  ) -> [String] {
    DisplayText.lines(text, within: max(1, width ?? .max), indent: indent, after: label)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
