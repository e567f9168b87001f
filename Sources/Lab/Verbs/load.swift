import Language
import Provenance

extension Verb {
  static let load = Verb(
    "load", .files, "reads a value from a file, or alone on a line all names of an npz file",
    operands: [
      OperandSignature(
        "file", .file, summary: "npy, npz, csv or other text, png, pgm, ppm, idx; its content tells"
      )
    ],
    options: [OptionSignature("name", .text, summary: "which value of an npz file")],
    synonyms: ["read", "open", "imread"],
    .source(
      value: { try LoadedFile($0).value() },
      alone: { arguments in
        let file = try LoadedFile(arguments)
        guard file.isArchive, arguments.text("name") == nil else {
          return .value(try file.value())
        }
        return .bindings(try file.bindings())
      }))
}
