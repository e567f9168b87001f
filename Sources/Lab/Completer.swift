public import Language
import Provenance

extension Session {
  /// What may be typed at the end of a text.
  ///
  /// - Returns: what is due there, and the words that fit, an option with its `=`. File names are
  ///   left to the prompt.
  public func completions(before text: String) -> (context: CompletionContext, words: [String]) {
    let context = CompletionContext(before: text, verbs: table)
    return (context, context.candidates(names: boundNames, verbs: table))
  }
}
