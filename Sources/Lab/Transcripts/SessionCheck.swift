import Files
import Language
import Rendering

/// Replays a recorded session and compares what it prints.
public struct SessionCheck {
  /// What came out of one file.
  public struct Report: Sendable {
    /// How many entries printed something else than recorded.
    public var differences = 0
    /// How many entries were run.
    public var entries = 0
    /// The first line of the first block, from 1; nil if no block is marked `patchwork`.
    public var firstBlock: Int?
    /// The differences, as lines to print.
    public var lines: [String] = []
    /// The file's text with what was printed in place of what was expected; prose is kept.
    public var updated: String
  }

  /// Makes a check of the text of a Markdown file.
  ///
  /// - Parameters:
  ///   - name: the file's name in the report.
  ///   - folder: where the session's relative file names start.
  public init(_ text: String, name: String, folder: String?) {
    recorded = RecordedSession(text)
    self.name = name
    self.folder = folder
  }

  private let recorded: RecordedSession
  private let name: String
  private let folder: String?

  /// Runs every block of the file in one session of its own, as typed at an 80-column terminal.
  public func run() -> Report {
    let console = CapturingConsole()
    let session = Session(console: console)
    session.folder = folder
    session.writesRecordings = false
    var updated = recorded
    var report = Report(updated: "")
    for (place, part) in recorded.parts.enumerated() {
      guard case .block(let lines, let firstLine) = part else { continue }
      report.firstBlock = report.firstBlock ?? firstLine
      var block = RecordedBlock(lines: lines, isIncomplete: session.isIncomplete)
      var hasChanged = false
      for place in block.entries.indices {
        let entry = block.entries[place]
        session.history.append(entry.typed)
        session.runEntry(entry.typed)
        let printed = RecordedBlock.lines(of: console.take())
        report.entries += 1
        let pattern = OutputPattern(lines: entry.expected)
        if pattern.matches(printed) { continue }
        report.differences += 1
        report.lines += describe(entry, printed, line: firstLine + entry.line)
        block.entries[place].expected = pattern.updated(with: printed)
        hasChanged = true
      }
      if hasChanged { updated.parts[place] = .block(block.lines, firstLine: firstLine) }
    }
    report.updated = updated.text
    return report
  }

  private func describe(
    _ entry: RecordedBlock.Entry, _ printed: [String], line: Int
  ) -> [String] {
    let heading = "\(name):\(line): this printed something else than recorded"
    let typed = entry.typed.split(separator: "\n").map { "  > \($0)" }
    let difference = LineDifference(
      from: entry.expected, to: printed, matches: OutputPattern.line(_:matches:))
    let first = line + entry.typed.split(separator: "\n", omittingEmptySubsequences: false).count
    return [heading] + typed + [difference.text(RenderContext(), firstLine: first)]
  }
}
