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
    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    let due = session.completions(before: before)
    let words = due.words.map { Completions.Word($0, ending: $0.hasSuffix("=") ? "" : " ") }
    return Completions(
      start: due.context.start, words: words, offersFiles: due.context.offersFiles)
  }
}
