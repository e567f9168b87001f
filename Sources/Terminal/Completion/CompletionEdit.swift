/// What Tab does to a line: characters before the cursor go, a text comes, lines are listed below.
struct CompletionEdit: Hashable {
  /// How many characters (Unicode scalars) before the cursor go.
  var erasedCharacters = 0
  /// What is typed in their place.
  var inserted = ""
  /// Lines to show under the line, each ended by a newline.
  var listing = ""

  /// A possible continuation.
  struct Candidate: Hashable {
    /// How it is listed.
    var label: String
    /// How it is typed.
    var typed: String
    /// What follows it if it is the only one.
    var ending: String
  }

  /// Nothing happens.
  init() {}

  /// One candidate is typed whole. Of several the part they share is typed, and if that is there
  /// already they are listed.
  ///
  /// - Parameters:
  ///   - partial: What stands before the cursor of the word being completed.
  ///   - following: What stands behind the cursor.
  init(
    _ candidates: [Candidate], partial: Substring, following: Substring, window: WindowSize
  ) {
    guard let first = candidates.first else { return }
    if candidates.count == 1 {
      let ending = Self.ending(first.ending, before: following)
      erasedCharacters = partial.unicodeScalars.count
      inserted = first.typed + ending
      return
    }
    let shared = Self.sharedStart(candidates.map(\.typed))
    let grows = shared.unicodeScalars.count > partial.unicodeScalars.count
    if grows {
      erasedCharacters = partial.unicodeScalars.count
      inserted = shared
    } else {
      listing = CompletionListing.lines(candidates.map(\.label), window: window)
    }
  }

  /// What of an ending is not there yet.
  private static func ending(_ ending: String, before following: Substring) -> String {
    if following.hasPrefix(ending) || following.first == ending.first { return "" }
    return ending
  }

  /// The longest text that all begin with, in whole scalars.
  static func sharedStart(_ texts: [String]) -> String {
    guard var shared = texts.first.map({ Array($0.unicodeScalars) }) else { return "" }
    for text in texts.dropFirst() {
      let common = zip(shared, text.unicodeScalars).prefix { $0 == $1 }.count
      shared.removeLast(shared.count - common)
    }
    return String(String.UnicodeScalarView(shared))
  }
}
