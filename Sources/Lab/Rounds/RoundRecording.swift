import Provenance

/// What is noted down of one round while its statements run, for a `RoundRoutine` to be made of it.
final class RoundRecording {
  /// The loop's body.
  let parts: RoundParts
  /// The values that the middle part starts from.
  private(set) var inputs: [(slot: Int, node: Node)] = []
  /// What the expressions evaluated apart gave, in their order.
  private(set) var apart: [(code: Code, node: Node)] = []
  /// The steps of names.
  private(set) var descents: [ParameterDescent] = []
  /// What the middle part bound.
  private(set) var results: [(slot: Int, node: Node)] = []
  /// What options were computed from.
  private(set) var settled: [(slot: Int, node: Node)] = []
  private var isInside = false

  init(_ parts: RoundParts) { self.parts = parts }

  /// Begins with the middle part.
  func begin(in session: Session) {
    inputs = Self.values(of: parts.inputs, in: session)
    settled = Self.values(of: parts.settled, in: session)
    session.recording = self
  }

  /// Ends with it.
  func end(in session: Session) {
    session.recording = nil
    results = Self.values(of: parts.bound, in: session)
  }

  /// Whether an expression's value is noted down.
  func notes(_ code: Code) -> Bool {
    guard !isInside, let identity = code.identity else { return false }
    return parts.apart.contains(identity)
  }

  /// Evaluates an expression whose value is noted down; what is evaluated for it is part of that.
  func noting(_ code: Code, _ body: () throws -> Node) rethrows -> Node {
    isInside = true
    defer { isInside = false }
    let node = try body()
    apart.append((code, node))
    return node
  }

  /// Notes down a step.
  func note(_ descent: ParameterDescent) { descents.append(descent) }

  private static func values(
    of slots: Set<Int>, in session: Session
  ) -> [(slot: Int, node: Node)] {
    slots.sorted().compactMap { slot in session.names[slot].map { (slot, $0) } }
  }
}
