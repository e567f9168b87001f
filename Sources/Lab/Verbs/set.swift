import Kernels
import Language

extension Verb {
  static let set = Verb(
    "set", .session, "changes a setting, or shows it",
    operands: [
      OperandSignature(
        "setting",
        .setting([
          SettingSignature("dtype", .words(["f32", "f64"]), summary: "the type of new values"),
          SettingSignature(
            "digits", .any, summary: "significant digits in tables, or auto"),
          SettingSignature(
            "box", .words(["ascii", "unicode"]), summary: "the lines of tables"),
          SettingSignature("width", .any, summary: "columns to draw in, or auto"),
        ]), .optional, summary: "dtype, digits, box or width")
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
