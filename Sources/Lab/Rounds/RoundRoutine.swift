import Provenance
import Tensors

/// A round's middle part, computed from its graph without its statements being run.
///
/// The names it binds and moves are bound when `publish` says so: in between they are behind.
final class RoundRoutine {
  /// A block of cells that a name's value is copied into.
  private struct Input {
    let slot: Int
    let cells: Tensor
    let changes: Bool
  }

  /// A name that is moved.
  private final class Parameter {
    let slot: Int
    /// A leaf of the cells that the graph reads, with what the rule remembers.
    let node: Node
    let cells: Tensor
    /// Where the step leads to.
    let next: Tensor
    private var memory: (any Sendable)?
    private let gradient: Tensor
    private let step: (Node, Tensor) throws -> Node
    private let computation: Computation?

    init?(_ descent: ParameterDescent, in routine: Routine) throws {
      guard let slot = descent.slot, let cells = routine.cells(of: descent.parameter),
        let gradient = routine.cells(of: descent.gradient)
      else { return nil }
      (self.slot, self.cells, self.gradient, step) = (slot, cells, gradient, descent.step)
      node = Node(cells)
      next = try .uninitialized(cells.shape, cells.elementType)
      computation = descent.repeated(cells, gradient, next)
    }

    /// Computes the step.
    func move() throws {
      if let computation { return try computation() }
      let moved = try step(node, gradient)
      try next.writeAtOnce(moved.tensor())
      memory = moved.memory
    }

    /// Takes the step.
    func advance() {
      cells.writeAtOnce(next)
      node.memory = memory
    }

    /// The value before the step or behind it, as a leaf like a step's.
    func leaf(moved: Bool) throws -> Node {
      let leaf = Node(try (moved ? next : cells).copy())
      leaf.memory = moved ? memory : node.memory
      return leaf
    }
  }

  /// The loop's body.
  let parts: RoundParts
  private let routine: Routine
  private let inputs: [Input]
  private let apart: [(code: Code, cells: Tensor)]
  private var parameters: [Parameter] = []
  private let results: [Int: Tensor]
  /// Those of the bound and moved names that have one cell.
  private var numbers: [Int: Tensor] = [:]
  private let settled: [(slot: Int, node: Node)]
  /// Whether rounds were computed whose names are not bound yet.
  private(set) var isAhead = false

  /// Makes the routine of a round that was noted down.
  ///
  /// - Returns: nil where other rounds may come to another graph, or it cannot be computed again.
  init?(_ recording: RoundRecording) throws {
    let starts = recording.inputs.map(\.node) + recording.apart.map(\.node)
    let results = recording.results
    let descents = recording.descents
    guard recording.inputs.count == recording.parts.inputs.count,
      results.count == recording.parts.bound.count,
      Set(descents.map(\.slot)) == Set(recording.parts.parameters),
      Set(starts.map(ObjectIdentifier.init)).count == starts.count,
      !Self.isMade(recording.inputs.map(\.node), of: descents.map(\.parameter)),
      let routine = try Routine(
        of: results.map(\.node) + descents.map(\.gradient), from: starts)
    else { return nil }
    parts = recording.parts
    self.routine = routine
    settled = recording.settled
    inputs = recording.inputs.compactMap { slot, node in
      guard let cells = routine.cells(of: node), !recording.parts.parameters.contains(slot) else {
        return nil
      }
      return Input(slot: slot, cells: cells, changes: recording.parts.changing.contains(slot))
    }
    apart = recording.apart.compactMap { code, node in
      routine.cells(of: node).map { (code, $0) }
    }
    self.results = Dictionary(
      uniqueKeysWithValues: results.compactMap { slot, node in
        routine.cells(of: node).map { (slot, $0) }
      })
    for descent in descents {
      guard let parameter = try Parameter(descent, in: routine),
        !parameters.contains(where: { $0.slot == parameter.slot })
      else { return nil }
      parameters.append(parameter)
    }
    guard apart.count == recording.apart.count, self.results.count == results.count else {
      return nil
    }
    for (slot, cells) in self.results where cells.shape.count == 1 { numbers[slot] = cells }
    for parameter in parameters where parameter.cells.shape.count == 1 {
      numbers[parameter.slot] = parameter.cells
    }
  }

  /// Whether some values were computed from others: a gradient would go through them.
  private static func isMade(_ values: [Node], of parameters: [Node]) -> Bool {
    let made = values.filter { !$0.isLeaf }
    guard !made.isEmpty else { return false }
    let past = Set(Node.ancestry(of: made).map(ObjectIdentifier.init))
    return parameters.contains { past.contains(ObjectIdentifier($0)) }
  }
}

// MARK: - Rounds

extension RoundRoutine {
  /// Takes up the names' values before the first of several rounds.
  ///
  /// - Returns: whether they are such that the rounds come to the same graph.
  func begin(in session: Session) throws -> Bool {
    let names = session.names
    guard settled.allSatisfy({ names[$0.slot] === $0.node }) else { return false }
    let nodes = (inputs.map(\.slot) + parameters.map(\.slot)).compactMap { names[$0] }
    let moved = parameters.compactMap { names[$0.slot] }
    guard Set(nodes.map(ObjectIdentifier.init)).count == inputs.count + parameters.count,
      moved.allSatisfy(\.isLeaf), !Self.isMade(nodes, of: moved)
    else { return false }
    for input in inputs where !input.changes {
      guard try take(names[input.slot], into: input.cells) else { return false }
    }
    for parameter in parameters {
      guard let node = names[parameter.slot], try take(node, into: parameter.cells) else {
        return false
      }
      parameter.node.memory = node.memory
    }
    return true
  }

  /// Computes the middle part of a round; the steps are taken by `advance`.
  ///
  /// - Returns: false where an input has another shape or type than it had.
  func compute(_ evaluator: Evaluator) throws -> Bool {
    for input in inputs where input.changes {
      guard try take(evaluator.session.names[input.slot], into: input.cells) else { return false }
    }
    for (code, cells) in apart {
      guard try take(evaluator.node(code), into: cells) else { return false }
    }
    try routine.compute()
    for parameter in parameters { try parameter.move() }
    return true
  }

  /// Binds the names that the statements behind the middle part read.
  func bindRead(in session: Session) throws {
    for slot in parts.readBehind {
      if let cells = results[slot] {
        session.names[slot] = Node(try cells.copy())
      } else if let parameter = parameters.first(where: { $0.slot == slot }) {
        session.names[slot] = try parameter.leaf(moved: true)
      }
    }
  }

  /// Ends a round: what the names were moved to is where the next one starts.
  func advance() {
    for parameter in parameters { parameter.advance() }
    isAhead = true
  }

  /// Binds all names that the rounds so far bound and moved, to leaves.
  func publish(in session: Session) throws {
    guard isAhead else { return }
    isAhead = false
    for parameter in parameters {
      session.names[parameter.slot] = try parameter.leaf(moved: false)
    }
    for (slot, cells) in results { session.names[slot] = Node(try cells.copy()) }
  }

  /// The number of a slot whose name is behind; nil if it is not, or has more cells than one.
  func number(of slot: Int) -> Double? {
    isAhead ? numbers[slot].flatMap { try? $0.number } : nil
  }

  /// So many cells are copied without a look at whether somebody asked to stop.
  private static let fewCells = 1 << 18

  private func take(_ node: Node?, into cells: Tensor) throws -> Bool {
    guard let node, !node.isLiteral, case .tensor(let tensor) = node.value,
      tensor.shape == cells.shape, tensor.elementType == cells.elementType
    else { return false }
    if tensor.isContiguous, tensor.shape.count <= Self.fewCells {
      cells.writeAtOnce(tensor)
    } else {
      try cells.write(tensor)
    }
    return true
  }
}

extension Tensor {
  /// A copy that shares nothing, whoever asked to stop meanwhile.
  fileprivate func copy() throws(TensorError) -> Tensor {
    let copy = try contiguous()
    let result = try Tensor.uninitialized(shape, elementType)
    result.writeAtOnce(copy)
    return result
  }
}
