import Files
import Language
import Rendering

extension FileError {
  /// What would mend it: for a missing file the nearest name in its folder.
  var advice: String? {
    if case .unknownEnding = cause {
      let tables = TableFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
      return help.map { "\($0); as a table \(tables)" }
    }
    guard cause == .missing else { return help }
    let folder = Session.folder(of: path)
    let name = String(
      path.dropFirst(folder.isEmpty || folder == "/" ? folder.count : folder.count + 1))
    let names = FolderListing.entries(of: folder.isEmpty ? "." : folder).map(\.name)
    let nearest = Nearest.match(name, among: names)
    return nearest.map {
      "did you mean \"\(folder.isEmpty ? $0 : Session.path(of: $0, in: folder))\"?"
    }
  }
}
