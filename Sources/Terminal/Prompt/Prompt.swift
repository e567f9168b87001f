#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Kernels

/// The prompt: reads statements from the terminal and hands them to a client until it is left.
public final class Prompt {
  /// What an empty line that is interrupted is answered with.
  static let leavingHint = "Ctrl-D or quit leaves."

  private let client: any PromptClient
  private let console: TerminalConsole
  private let lines: any LineSource
  /// Writes what is said to the person, which is no result, where it is seen.
  private let say: (String) -> Void
  private var historyFile: HistoryFile?
  /// The lines of a statement that goes on.
  private var begun: [String] = []

  /// A prompt on a console; results and diagnostics of the client should go there too.
  public init(client: any PromptClient, console: TerminalConsole) {
    self.client = client
    self.console = console
    say = console.isTerminal ? console.write : console.writeDiagnostic
    historyFile = HistoryFile.standard(
      stateHome: Environment.value("XDG_STATE_HOME"), home: Environment.value("HOME"))
    if console.isInteractive, !Environment.isDumb, let editor = LineEditor(program: "patchwork") {
      lines = editor
      editor.complete = { [unowned self] in self.complete($0, $1) }
    } else {
      lines = PlainLines(showPrompt: say)
    }
  }

  /// Serves until Ctrl-D, the end of the input, or the client wants to quit.
  ///
  /// - Parameter banner: One line to begin with, without a newline; nil for none.
  public func run(banner: String?) {
    if let banner { say(banner + "\n") }
    loadHistory()
    Interrupt.installHandler()
    while !client.wantsToQuit, console.results.state == .open {
      let mark = begun.isEmpty ? PromptMark.first : .further
      switch lines.read(prompt: mark.rawValue) {
      case .line(let line): take(line)
      case .interrupted(let hadText): interrupted(hadText: hadText)
      case .end:
        say("\n")
        if begun.isEmpty { return }
        enter()  // the client says what is missing
      }
    }
  }

  private func take(_ line: String) {
    let bare = PromptMark.taken(off: line[...]).map(String.init) ?? line
    if begun.isEmpty, bare.allSatisfy(\.isWhitespace) { return }
    begun.append(bare)
    if !client.isIncomplete(begun.joined(separator: "\n")) { enter() }
  }

  private func enter() {
    let entry = begun.joined(separator: "\n")
    begun = []
    remember(entry)
    let isWhole = client.run(entry)
    if !isWhole { lines.dropPending() }
  }

  private func interrupted(hadText: Bool) {
    if !hadText, begun.isEmpty { say(Self.leavingHint + "\n") }
    begun = []
  }

  private func complete(_ line: String, _ cursor: Int) -> CompletionEdit {
    let before = begun.map { $0 + "\n" }.joined()
    let shift = before.utf8.count
    var completions = client.completions(for: before + line, cursor: shift + cursor)
    completions.start -= shift
    return CompletionEdit(completions, line: line, cursor: cursor, window: console.size)
  }

  private func loadHistory() {
    guard let historyFile else { return }
    do {
      let entries = HistoryEntry.collapsed(try historyFile.entries())
      for entry in entries { lines.remember(entry) }
      client.take(history: entries)
    } catch {
      giveUpHistory(error)
    }
  }

  private func remember(_ entry: String) {
    lines.remember(entry)
    do {
      try historyFile?.append(entry)
    } catch {
      giveUpHistory(error)
    }
  }

  /// One warning a session; it goes on with what it remembers itself.
  private func giveUpHistory(_ error: HistoryError) {
    console.writeDiagnostic("warning: \(error)\n")
    historyFile = nil
  }
}
