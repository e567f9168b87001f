import Files
import Language
import Provenance
import Tensors
import Text

/// What `load` found in a file.
struct LoadedFile {
  private let session: Session
  private let content: FileContent
  /// The file as it was written in the line.
  private let file: String
  private let path: String
  private let name: String?

  /// Reads the file that a call names.
  init(_ arguments: Arguments) throws {
    session = arguments.session
    file = arguments.text(0) ?? ""
    name = arguments.text("name")
    path = session.resolved(file)
    content = try FileReader.read(path, named: name, elementType: arguments.elementType)
    for note in content.notes { session.writeDiagnostic("note: \(note)") }
  }

  /// Whether its values have names.
  var isArchive: Bool { content.format == .npz }

  /// The value that is asked for, or the only one.
  func value() throws -> Node {
    if let name { return try value(named: name) }
    if let refusal = content.refused.first {
      var explanation = Explanation(FileError(path, refusal.cause))
      explanation.help = content.arrays.first.map {
        "name=\(quoted($0.name ?? "")) takes a value that can be read"
      }
      throw explanation
    }
    guard content.arrays.count == 1 else { throw severalError }
    return Node(content.arrays[0].tensor, isData: true)
  }

  private func value(named name: String) throws -> Node {
    guard isArchive else {
      throw Explanation("\(file): the file's one value has no name", role: "name")
    }
    guard let array = content.arrays.first(where: { $0.name == name }) else {
      let names = content.names
      let nearest = Nearest.match(name, among: names).map { "did you mean \(quoted($0))?" }
      throw Explanation(
        "\(file): there is no \(quoted(name)) in it; it holds \(list(names))", role: "name",
        help: nearest)
    }
    return Node(array.tensor, isData: true)
  }

  /// Every value under its name; names that nothing can be bound to and values that cannot be read are
  /// told.
  func bindings() throws -> [(name: String, node: Node)] {
    var bindings: [(name: String, node: Node)] = []
    var refused: [String] = []
    for array in content.arrays {
      let name = array.name ?? ""
      if session.canBind(name) {
        bindings.append((name, Node(array.tensor, isData: true)))
      } else {
        refused.append(name)
      }
    }
    if let first = refused.first {
      let message = "\(list(refused)) cannot name a value here"
      let help = "x = load \(quoted(file)) name=\(quoted(first))"
      if bindings.isEmpty { throw Explanation("\(file): \(message)", role: "file", help: help) }
      session.writeDiagnostic("note: \(message), so not bound; \(help)")
    }
    if bindings.isEmpty { throw severalError }
    for refusal in content.refused.prefix(Self.mostListed) {
      session.writeDiagnostic("note: \(FileError(path, refusal.cause)); not bound")
    }
    if content.refused.count > Self.mostListed {
      session.writeDiagnostic(
        "note: \(content.refused.count - Self.mostListed) more values cannot be read")
    }
    return bindings
  }

  /// The error of a file that does not hold one value, where one is due.
  private var severalError: Explanation {
    let names = content.arrays.map { $0.name ?? "" }
    guard let first = names.first else {
      return Explanation("\(file): there is no value in it", role: "file")
    }
    return Explanation(
      "\(file): it holds \(names.count) values, \(list(names)), where one is due", role: "file",
      help: "name=\(quoted(first)) takes one; load \(quoted(file)) alone on a line binds them all")
  }

  private static let mostListed = 8

  private func list(_ names: [String]) -> String {
    let listed = names.prefix(Self.mostListed).map(quoted).joined(separator: ", ")
    return names.count > Self.mostListed ? listed + ", ..." : listed
  }

  private func quoted(_ name: String) -> String { "\"\(DisplayText.escaped(name))\"" }
}
