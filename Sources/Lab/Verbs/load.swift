import Files
import Language
import Provenance
import Rendering

extension Verb {
  static let load = Verb(
    "load", .files, "reads a value from a file; what it holds says of which kind it is",
    operands: [OperandSignature("name", .file, summary: "npy, csv or other text, png, pgm, ppm")],
    .value { arguments in
      let session = arguments.session
      let content = try FileReader.read(
        session.resolved(arguments.text(0) ?? ""), elementType: arguments.elementType)
      for note in content.notes { session.writeDiagnostic("note: \(note)") }
      guard let tensor = content.tensor else {
        throw Explanation(
          "the file holds \(content.arrays.count) values, not one", role: "name")
      }
      return Node(tensor)
    })
}
