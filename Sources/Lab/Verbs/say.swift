import Language
import Provenance
import Rendering

extension Verb {
  static let say = Verb(
    "say", .session, "prints texts and values on one line",
    operands: [OperandSignature("what", .any, .variadic, summary: "texts and values")],
    examples: [
      VerbExample(
        "say \"two and two are\" (2 + 2)",
        output: "two and two are 4")
    ],
    role: .apart,
    .command { arguments in
      let parts = try (0..<arguments.count).map { place in
        if let text = arguments.text(place) { return text }
        return try InlineText.text(
          of: arguments.node(place).value, digits: arguments.session.settings.digits)
      }
      arguments.session.write(parts.joined(separator: " "))
    })
}
