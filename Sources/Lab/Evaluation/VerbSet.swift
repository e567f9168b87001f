public import Language

/// The verbs a session knows, and their signatures as the parser takes them.
public struct VerbSet: Sendable {
  /// The verbs, in the order of the verb table.
  public let verbs: [Verb]
  /// Their signatures, in the same order.
  public let table: VerbTable

  /// Makes a set of verbs.
  public init(_ verbs: [Verb]) {
    self.verbs = verbs
    table = VerbTable(verbs.map(\.signature))
  }

  /// Every verb there is.
  public static let all = VerbSet(Verb.all)

  func verb(at index: Int) -> Verb { verbs[index] }
}
