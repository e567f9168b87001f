/// The verbs that a parser knows.
///
/// A session keeps one table and adds the verb of each `def` that runs; the places of the built-in
/// verbs stay as they were.
public struct VerbTable: Sendable {
  /// The signatures, in the order handed in.
  public private(set) var signatures: [VerbSignature]
  private var positions: [String: Int]

  /// A table; of two verbs of one name the first counts.
  public init(_ signatures: [VerbSignature]) {
    self.signatures = signatures
    positions = Dictionary(
      signatures.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names, in the order handed in.
  public var names: [String] { signatures.map(\.name) }

  /// The position of a verb in ``signatures``.
  public func index(of name: String) -> Int? { positions[name] }

  /// The signature of a verb.
  public subscript(name: String) -> VerbSignature? { positions[name].map { signatures[$0] } }

  /// The verb, or one of these other words, that is most likely meant by a word that is neither;
  /// a verb's synonyms count as the verb.
  ///
  /// - Parameter asStatement: whether the word begins a statement, where commands are due too.
  public func nearest(
    to word: String, or others: [String] = [], asStatement: Bool = true
  ) -> String? {
    let lowered = word.lowercased()
    let verb = signatures.first {
      (asStatement || !$0.isCommand) && $0.synonyms.contains(lowered)
    }
    return verb?.name
      ?? Nearest.match(word, among: names + others)
  }

  /// Adds a verb at the end, or in the place of a user-defined one of its name. A built-in verb
  /// keeps its name: the new one is then not added.
  public mutating func add(_ signature: VerbSignature) {
    guard let position = positions[signature.name] else {
      positions[signature.name] = signatures.count
      signatures.append(signature)
      return
    }
    if signatures[position].isUserDefined { signatures[position] = signature }
  }

  /// The table with one more verb, as ``add(_:)`` adds it.
  ///
  ///     table = table.adding(definition.signature)
  ///
  /// - Complexity: linear in the number of verbs.
  public func adding(_ signature: VerbSignature) -> VerbTable {
    var table = self
    table.add(signature)
    return table
  }
}
