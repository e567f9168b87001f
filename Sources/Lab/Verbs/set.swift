import Language

extension Verb {
  static let set = Verb(
    "set", .session, "changes a setting, or shows it",
    operands: [
      OperandSignature(
        "setting",
        .setting(SettingChange.signatures), .optional, summary: "dtype, digits, box or width")
    ],
    examples: [
      VerbExample(
        "set digits 2; show [1.234 5.678]",
        output: """
            0    1
          --------
          1.2  5.7
          """)
    ],
    .command { arguments in try SettingChange(arguments).apply() })
}
