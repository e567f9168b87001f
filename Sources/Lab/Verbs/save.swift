import Files
import Language
import Provenance
import Rendering

extension Verb {
  static let save = Verb(
    "save", .files, "writes a value to a file; the name's ending says of which kind",
    operands: [
      .x,
      OperandSignature(
        "name", .file,
        summary: ".npy .csv .png .pgm .ppm hold the cells; .md .tex .html .svg the table as shown"),
    ],
    .command { arguments in
      let session = arguments.session
      let path = session.resolved(arguments.text(1) ?? "")
      let source = try arguments.node(0).value.source
      if let format = TableFormat(path: path) {
        let name = session.title(of: arguments.expression(0))
        let document = try Table.document(
          of: source, Display(source, named: name).request(), session.fileContext)
        let text = document.text(as: format, title: name ?? "Patchwork")
        return try AtomicFile.write(Array(text.utf8), to: path)
      }
      let notes = try FileWriter.write(arguments.tensor(0), to: path)
      for note in notes { session.writeDiagnostic("note: \(note)") }
    })
}
