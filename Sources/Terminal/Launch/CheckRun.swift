import Files
import Lab
import Rendering

/// `patchwork check`: recorded sessions replayed, one after the other.
public struct CheckRun {
  private let files: [String]
  private let updates: Bool
  private let color: ColorChoice

  /// Makes a check of the files.
  ///
  /// - Parameter updates: whether files that print something else are rewritten.
  public init(files: [String], updates: Bool, color: ColorChoice) {
    self.files = files
    self.updates = updates
    self.color = color
  }

  /// Runs it.
  ///
  /// - Returns: the exit code: 0 if every file prints what it says, or was rewritten to; else 1.
  public func run() -> Int32 {
    let console = TerminalConsole(color: color)
    var code: Int32 = 0
    for file in files where console.isOpen {
      do {
        if try !check(file, console) { code = 1 }
      } catch {
        console.writeDiagnostic("error: \(error)\n")
        code = 1
      }
    }
    return console.finish() ? code : 1
  }

  private func check(_ file: String, _ console: TerminalConsole) throws -> Bool {
    let bytes = try ScriptReader.bytes(ofFile: file)
    let report = SessionCheck(
      String(decoding: bytes, as: UTF8.self), name: file, folder: Session.folder(of: file)
    ).run()
    if report.entries == 0 {
      let reason =
        report.firstBlock.map { "its block at line \($0) has no line that starts with `> `" }
        ?? "it has no block marked `patchwork`"
      console.writeDiagnostic("error: \(file): nothing to replay: \(reason)\n")
      return false
    }
    for line in report.lines { console.write(line + "\n") }
    let entries = report.entries == 1 ? "1 entry" : "\(report.entries) entries"
    if report.differences == 0 {
      console.write("\(file): \(entries), all as recorded\n")
      return true
    }
    guard updates else {
      console.write("\(file): \(entries), \(report.differences) printed something else\n")
      return false
    }
    try AtomicFile.write(Array(report.updated.utf8), to: file)
    console.write("\(file): \(entries), \(report.differences) rewritten\n")
    return true
  }
}
