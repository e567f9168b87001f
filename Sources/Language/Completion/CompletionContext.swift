/// What may be typed next at the end of a text: what a completer offers.
public struct CompletionContext: Sendable, Hashable {
  /// Which verbs are due.
  public enum Verbs: Sendable, Hashable {
    /// None.
    case none
    /// Those that give a value.
    case values
    /// All of them, commands too.
    case all
  }

  /// The offset, in UTF-8 bytes, of the word that is being completed.
  public var start: Int
  /// The word so far; for a file the text after the quote, with its escapes resolved.
  public var partial: String
  /// Which verbs are due.
  public var verbs = Verbs.none
  /// Whether the name of a binding is due.
  public var offersNames = false
  /// Whether a file name is due. Its opening quote is right before ``start`` or not typed yet.
  public var offersFiles = false
  /// Words that are due: keywords, settings, the words that an option declares.
  public var words: [String] = []
  /// The options of the verb that are not given yet, without their `=`.
  public var options: [String] = []

  init(start: Int, partial: String) {
    self.start = start
    self.partial = partial
  }

  /// What is due at the end of a text, which may hold several lines.
  public init(before text: String, verbs: VerbTable) {
    var scanner = CompletionScanner(SourceText(name: "", text: text), verbs: verbs)
    self = scanner.scan()
  }

  /// The words that begin with ``partial``, in alphabetical order and each once; an option has its
  /// `=`. File names are left to the caller.
  ///
  /// - Parameters:
  ///   - names: The names that are bound.
  ///   - table: The verbs.
  public func candidates(names: [String], verbs table: VerbTable) -> [String] {
    var found = Set(words)
    found.formUnion(options.map { $0 + "=" })
    if offersNames { found.formUnion(names) }
    switch verbs {
    case .none: break
    case .values: found.formUnion(table.signatures.filter { !$0.isCommand }.map(\.name))
    case .all: found.formUnion(table.names)
    }
    return found.filter { $0.hasPrefix(partial) }.sorted()
  }
}
