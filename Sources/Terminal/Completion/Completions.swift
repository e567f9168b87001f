/// What may stand where the cursor is: the answer of whoever knows the language.
public struct Completions: Hashable, Sendable {
  /// A word that fits what has been typed of it.
  public struct Word: Hashable, Sendable {
    /// The whole word.
    public var text: String
    /// What to type after it when it is the only one: a space, `=`, or nothing.
    public var ending: String

    /// A word and what follows it.
    public init(_ text: String, ending: String = " ") {
      self.text = text
      self.ending = ending
    }
  }

  /// Where the word begins that is being completed, in bytes of UTF-8 from the line's start.
  public var start: Int
  /// The words that fit. They begin with what stands between `start` and the cursor.
  public var words: [Word]
  /// Whether a file's name is due, in quotes or about to be. It then begins at `start`, quote
  /// included.
  public var offersFiles: Bool

  /// What may stand at `start`.
  public init(start: Int, words: [Word] = [], offersFiles: Bool = false) {
    self.start = start
    self.words = words
    self.offersFiles = offersFiles
  }
}
