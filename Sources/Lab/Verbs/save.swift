import Files
import Language
import Provenance
import Rendering

extension Verb {
  static let save = Verb(
    "save", .files, "writes values to a file; the name's ending says of which kind",
    operands: [
      OperandSignature("x", .value, .oneOrMore, summary: "one value; an npz file holds several"),
      OperandSignature(
        "file", .file,
        summary:
          ".npy .npz .csv .png .pgm .ppm hold the cells; .md .tex .html .svg the table as shown"),
    ],
    synonyms: ["write", "imwrite"],
    .command { arguments in
      let session = arguments.session
      let places = 0..<arguments.count - 1
      let path = session.resolved(arguments.text(places.count) ?? "")
      if let format = TableFormat(path: path) {
        let values = try places.map { place in
          let expression = arguments.expression(place)
          let name =
            places.count == 1 ? session.title(of: expression) : session.label(of: expression)
          return (source: try arguments.node(place).value.source, name: name)
        }
        let document = try Display(values).document(session.fileContext)
        let title = values.count == 1 ? values[0].name : nil
        let text = document.text(as: format, title: title ?? "Patchwork")
        return try AtomicFile.write(Array(text.utf8), to: path)
      }
      let arrays = try places.map { place in
        var name: String?
        if case .name(let bound) = arguments.expression(place).kind, bound != "_" { name = bound }
        return FileArray(name: name, tensor: try arguments.tensor(place))
      }
      for note in try FileWriter.write(arrays, to: path) {
        session.writeDiagnostic("note: \(note)")
      }
    })
}
