import Language

@testable import Lab

/// A session of its own, as at an 80-column terminal, and what it prints.
struct Sitting {
  let console: CapturingConsole
  let session: Session

  /// Sits down, and types these lines; what they print is not looked at. Without a width messages
  /// stay on one line, as in a pipe.
  init(_ lines: String..., width: Int? = 80) {
    console = CapturingConsole(width: width)
    session = Session(console: console)
    for line in lines { session.runEntry(line) }
    _ = console.take()
  }

  /// What an entry prints, without the last line break.
  func typing(_ entry: String) -> String {
    session.runEntry(entry)
    return printed()
  }

  /// What was printed since last asked, without the last line break.
  func printed() -> String {
    let text = console.take()
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// What a script prints, without the last line break.
  func running(_ script: String, named name: String = "test.pw", in folder: String? = nil) -> String
  {
    _ = session.runScript(SourceText(name: name, text: script), folder: folder)
    return printed()
  }
}
