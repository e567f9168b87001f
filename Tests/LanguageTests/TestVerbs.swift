import Language

/// A small verb table with one verb for each kind of operand and option.
enum TestVerbs {
  static let table = VerbTable([
    VerbSignature(
      "conv", summary: "convolve", group: .windows,
      operands: [
        OperandSignature("x", .value, role: "input"), OperandSignature("k", .value, role: "kernel"),
        OperandSignature("bias", .value, .optional),
      ],
      options: [
        OptionSignature("stride", .extent, default: "1"),
        OptionSignature("pad", .padding, default: "0"),
        OptionSignature("groups", .integer, default: "1"),
        OptionSignature("flip", .boolean, default: "false"),
        OptionSignature("algorithm", .words(["direct", "im2col", "implicit"])),
      ]),
    VerbSignature(
      "pool", summary: "pool", group: .windows,
      operands: [OperandSignature("x", .value), OperandSignature("window", .shape)],
      options: [
        OptionSignature("kind", .words(["max", "avg"]), default: "max"),
        OptionSignature("scale", .number), OptionSignature("weights", .value),
      ]),
    VerbSignature(
      "relu", summary: "keep what is positive", group: .arithmetic,
      operands: [OperandSignature("x", .value)]),
    VerbSignature(
      "sum", summary: "add up", group: .arithmetic, operands: [OperandSignature("x", .value)],
      options: [OptionSignature("axis", .indexList)]),
    VerbSignature(
      "max", summary: "largest", group: .arithmetic, operands: [OperandSignature("x", .value)]),
    VerbSignature(
      "concat", summary: "join", group: .shaping,
      operands: [OperandSignature("x", .value, .oneOrMore)],
      options: [OptionSignature("axis", .integer)]),
    VerbSignature(
      "einsum", summary: "sum of products", group: .arithmetic,
      operands: [OperandSignature("spec", .text), OperandSignature("x", .value, .variadic)]),
    VerbSignature(
      "show", summary: "show a value", group: .seeing, operands: [OperandSignature("x", .value)],
      options: [
        OptionSignature("at", .indexList), OptionSignature("rows", .indexList),
        OptionSignature("as", .words(["table", "heat", "image"])),
        OptionSignature("title", .text), OptionSignature("palette", .file),
      ], isCommand: true),
    VerbSignature(
      "explain", summary: "explain a cell", group: .seeing,
      operands: [OperandSignature("y", .cell)], isCommand: true),
    VerbSignature(
      "plan", summary: "plan an application", group: .seeing,
      operands: [OperandSignature("application", .call(["conv", "pool"]))], isCommand: true),
    VerbSignature(
      "load", summary: "read a file", group: .files,
      operands: [OperandSignature("file", .file)]),
    VerbSignature(
      "save", summary: "write a file", group: .files,
      operands: [OperandSignature("x", .value, .oneOrMore), OperandSignature("file", .file)],
      isCommand: true),
    VerbSignature(
      "run", summary: "run a script", group: .files, operands: [OperandSignature("file", .file)],
      isCommand: true, takesFreeOptions: true),
    VerbSignature(
      "drop", summary: "forget names", group: .session,
      operands: [OperandSignature("name", .name, .oneOrMore)], isCommand: true),
    VerbSignature(
      "help", summary: "show help", group: .session,
      operands: [OperandSignature("verb", .verb(or: ["language"]), .optional)], isCommand: true),
    VerbSignature("vars", summary: "list names", group: .session, isCommand: true),
    VerbSignature(
      "record", summary: "record", group: .session,
      operands: [OperandSignature("what", .word(["start", "stop-now"]))], isCommand: true),
    VerbSignature(
      "set", summary: "change a setting", group: .session,
      operands: [
        OperandSignature(
          "setting",
          .setting([
            SettingSignature("dtype", .words(["f32", "f64"])),
            SettingSignature("digits", .integer),
          ]), .optional)
      ], isCommand: true),
  ])
}

/// Parses with the test verbs.
func parse(_ text: String) -> Script {
  Script(parsing: SourceText(name: "t.pw", text: text), verbs: TestVerbs.table)
}

/// The statements as S-expressions, or the diagnostics as text.
func outline(_ text: String) -> String {
  let script = parse(text)
  if script.diagnostics.isEmpty {
    return script.statements.map(\.outline).joined(separator: "\n")
  }
  return script.diagnostics.map { $0.rendered(in: script.source) }.joined(separator: "\n")
}
