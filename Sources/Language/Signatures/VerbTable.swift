/// The verbs that a parser knows.
public struct VerbTable: Sendable {
  /// The signatures, in the order handed in.
  public let signatures: [VerbSignature]
  private let positions: [String: Int]

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
}
