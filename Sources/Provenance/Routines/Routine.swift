import Kernels
public import Tensors

/// A graph that is computed again and again, for other numbers in values of the same shapes.
///
/// Every value between the inputs and the results has a block of cells of its own, made once, and every
/// operation writes into its block: a round allocates little and makes no graph.
public final class Routine {
  /// What stands for each node: a leaf whose cells are the node's block.
  private var twins: [ObjectIdentifier: Node] = [:]
  /// The nodes themselves, so that their identities stay theirs.
  private let nodes: [Node]
  private var computations: [Computation] = []
  /// The place of each node's computation.
  private var places: [ObjectIdentifier: Int] = [:]
  /// The values that a function may overwrite with its own: nobody else reads them.
  private let passing: Set<ObjectIdentifier>

  /// Prepares the computation of some values of a graph.
  ///
  /// - Parameters:
  ///   - results: the values that are wanted.
  ///   - inputs: the values the graph starts from; what they came from plays no part.
  /// - Returns: nil where a value cannot be computed so: a leaf that is neither an input nor was
  ///   written down, or cells that exist only where they are read.
  /// - Throws: what preparing an operation throws.
  public init?(of results: [Node], from inputs: [Node]) throws {
    let known = Set(inputs.map(ObjectIdentifier.init))
    let between = Node.ancestry(of: results, excluding: known)
    nodes = between + inputs
    passing = Self.passing(between, results: results)
    for input in inputs {
      guard case .tensor(let tensor) = input.value, !input.isLiteral else { return nil }
      twins[ObjectIdentifier(input)] =
        Node(try .uninitialized(tensor.shape, tensor.elementType))
    }
    // Each value stands before its operands.
    for node in between.reversed() {
      guard let twin = try twin(for: node) else { return nil }
      twins[ObjectIdentifier(node)] = twin
    }
  }

  /// The block of a value's cells: an input's is written before `compute`, a result's read after it.
  public func cells(of node: Node) -> Tensor? {
    guard case .tensor(let tensor)? = twins[ObjectIdentifier(node)]?.value else { return nil }
    return tensor
  }

  /// Computes every result from the inputs as they are.
  ///
  /// - Throws: what an operation throws; the results are then half written, the inputs untouched.
  public func compute() throws {
    for computation in computations { try computation() }
  }

  private func twin(for node: Node) throws -> Node? {
    guard let operation = node.operation else { return node.isLiteral ? node : nil }
    guard case .tensor(let value) = node.value else { return nil }
    let originals = node.operands
    let operands = Operands(originals.compactMap { twins[ObjectIdentifier($0)] })
    guard operands.count == originals.count else { return nil }
    // What was made of written numbers alone stays as it is.
    if originals.indices.allSatisfy({ operands[$0] === originals[$0] }) { return node }
    if originals.contains(where: { Self.isView(node, of: $0) }) {
      let view = Node(leaf: try operation.value(of: operands))
      return operands.contains { Self.isView(view, of: $0) } ? view : nil
    }
    if let function = (operation as? UnaryOperation)?.function,
      try follow(originals[0], by: function)
    {
      return twins[ObjectIdentifier(originals[0])]
    }
    let result = try Tensor.uninitialized(value.shape, value.elementType)
    places[ObjectIdentifier(node)] = computations.count
    computations.append(
      try operation.computation(of: operands, into: result) ?? {
        try result.write(operation.value(of: operands).tensor())
      })
    return Node(result)
  }

  /// Lets a function overwrite the value it is of.
  ///
  /// - Returns: whether it may.
  private func follow(_ original: Node, by function: UnaryFunction) throws -> Bool {
    let identity = ObjectIdentifier(original)
    guard passing.contains(identity), let place = places[identity], let cells = cells(of: original),
      let operation = original.operation
    else { return false }
    let operands = Operands(original.operands.compactMap { twins[ObjectIdentifier($0)] })
    if let both = try operation.computation(of: operands, into: cells, followedBy: function) {
      computations[place] = both
    } else {
      computations.append(cells.repeated(function, of: cells))
    }
    return true
  }

  /// The values that one function reads, and else nobody who could not as well read the function's.
  private static func passing(_ nodes: [Node], results: [Node]) -> Set<ObjectIdentifier> {
    var functions: [ObjectIdentifier: UnaryFunction] = [:]
    var passing: Set<ObjectIdentifier> = []
    var others = Set(results.map(ObjectIdentifier.init))
    var slopes: Set<ObjectIdentifier> = []
    for node in nodes {
      for (place, operand) in node.operands.enumerated() {
        let identity = ObjectIdentifier(operand)
        if let function = (node.operation as? UnaryOperation)?.function {
          if passing.insert(identity).inserted {
            functions[identity] = function
          } else {
            others.insert(identity)
          }
        } else if place > 0 || (node.operation as? SlopeOperation)?.function != .relu {
          others.insert(identity)
        } else {
          // Whether a cell is above 0 can be told from it and from the larger of it and 0.
          slopes.insert(identity)
        }
      }
    }
    return passing.subtracting(others).filter { !slopes.contains($0) || functions[$0] == .relu }
  }

  private static func isView(_ node: Node, of operand: Node) -> Bool {
    guard case .tensor(let tensor) = node.value, case .tensor(let source) = operand.value else {
      return false
    }
    return tensor.cells.storage === source.cells.storage
  }
}

/// One operation's work on blocks of cells that are known.
public typealias Computation = () throws -> Void
