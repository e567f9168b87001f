import Windows

/// Options as the language spells them, those that have their default left out.
struct OptionText {
  private var parts: [String]

  /// - Parameter operands: what stands before the options.
  init(after operands: String...) { parts = operands }

  /// All of them, blanks between.
  var text: String { parts.joined(separator: " ") }

  /// Adds an option.
  mutating func add<Option: Equatable & CustomStringConvertible>(
    _ name: String, _ value: Option, unless standard: Option
  ) {
    if value != standard { parts.append("\(name)=\(value)") }
  }

  /// Adds rows and columns: `2` where they are alike.
  mutating func add(_ name: String, _ value: Extent, unless standard: Extent) {
    if value != standard { add(name, value) }
  }

  /// Adds rows and columns that have no default to be left out for.
  mutating func add(_ name: String, _ value: Extent) {
    parts.append("\(name)=\(value.optionDescription)")
  }
}
