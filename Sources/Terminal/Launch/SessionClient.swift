import Lab
import Language

/// A session as the prompt serves it.
final class SessionClient: PromptClient {
  private let session: Session

  init(_ session: Session) { self.session = session }

  var wantsToQuit: Bool { session.wantsToQuit }

  func isIncomplete(_ text: String) -> Bool { session.isIncomplete(text) }

  func take(history: [String]) { session.history = history }

  func run(_ entry: String) -> Bool {
    session.history.append(entry)
    return session.runEntry(entry) != .interrupted
  }

  func completions(for text: String, cursor: Int) -> Completions {
    let bytes = Array(text.utf8.prefix(cursor))
    let due = session.completions(before: String(decoding: bytes, as: UTF8.self))
    var start = due.context.start
    let isQuoted = start > 0 && start <= bytes.count && bytes[start - 1] == UInt8(ascii: "\"")
    if due.context.offersFiles, isQuoted { start -= 1 }
    let words = due.words.map { Completions.Word($0, ending: $0.hasSuffix("=") ? "" : " ") }
    return Completions(start: start, words: words, offersFiles: due.context.offersFiles)
  }
}
