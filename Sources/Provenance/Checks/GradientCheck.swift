import Kernels
import Tensors

/// Compares gradients with differences of the value itself, in f64 whatever the value's type.
///
/// For each leaf every cell is moved by ±h, and what that does to ⟨u, y⟩ is compared with the
/// gradient's cell. Where y is linear in the leaf (each operation between them is) the step is h = 1
/// and exact. A cell near which y bends (a maximum, ReLU or |x|) has no derivative to compare with:
/// it is told apart from a wrong one. Every check also tries the adjoint identity
/// ⟨u, J v⟩ = ⟨Jᵀu, v⟩ along a random v; a fast check tries nothing else.
///
/// The checked gradients are those of a backward pass of its own, or claims made by other means.
public struct GradientCheck {
  private let graph: DoubleGraph
  private let options: GradientCheckOptions
  private let upstream: Node
  private let ignoredCount: Int
  private var random: RandomSource
  private let backward: Backward
  private let claims: [ClaimedGradient]
  private let subjects: [Node]

  /// Prepares a check of the gradients of a value.
  ///
  /// - Parameters:
  ///   - root: the value.
  ///   - variables: what the gradients are with respect to; every leaf unless given.
  ///   - claims: gradients that somebody worked out, checked in place of those of a backward pass.
  /// - Throws: `ProvenanceError.leaf` for a value that nobody computed, `.upstream`, `.independent`
  ///   and `.claim` for claims that do not fit.
  public init(
    of root: Node, variables: [Node]? = nil, claims: [ClaimedGradient] = [],
    options: GradientCheckOptions = .init()
  ) throws {
    guard root.origin != nil else { throw ProvenanceError.leaf(root.value.shape) }
    var random = RandomSource(seed: options.seed)
    let shape = root.value.shape
    graph = try DoubleGraph(of: root)
    if let given = options.upstream {
      upstream = Node(try given.value.tensor().converted(to: .f64))
      ignoredCount = 0
    } else {
      // Nothing can be said of where a value is NaN or infinite: it gets no weight.
      let cells = try graph.root.value.tensor().array
      let weights = cells.map { cell in
        let weight = random.weight()
        return !cell.isFinite ? 0 : options.takesForwardDifferences ? weight.magnitude : weight
      }
      upstream = Node(try Tensor(weights, shape))
      ignoredCount = cells.count { !$0.isFinite }
    }
    self.random = random
    self.options = options
    self.claims = claims
    backward = try Backward(from: graph.root, upstream: upstream)
    let (graph, backward) = (graph, backward)
    func isReached(_ node: Node) -> Bool { backward.reaches(graph.counterpart(of: node)) }
    subjects =
      claims.isEmpty
      ? variables ?? Backward.leaves(of: root, where: isReached) : claims.map(\.variable)
    guard subjects.allSatisfy(isReached) else { throw ProvenanceError.independent }
  }

  /// The nodes whose gradients are checked, in the order of the report.
  public var variables: [Node] { subjects }

  /// Runs the check.
  ///
  /// - Parameter progress: called after each cell.
  /// - Returns: what was found; when the user asked to stop, what was found until then.
  /// - Throws: `ProvenanceError.tooLong`, or what computing values and gradients throws.
  public mutating func run(
    progress: (CheckProgress) -> Void = { _ in }
  ) throws -> GradientReport {
    var report = GradientReport(ignoredCount: ignoredCount, isFast: options.isFast)
    do {
      var checks: [LeafCheck] = []
      for place in subjects.indices { checks.append(try leafCheck(place)) }
      if !options.isFast, let longest = options.longest { try estimate(&checks, longest) }
      for place in checks.indices {
        // What was found so far is kept, whatever ends the check.
        defer { report.leaves.append(checks[place].report) }
        let total = checks[place].count
        if !options.isFast {
          try checks[place].checkCells {
            progress(CheckProgress(place: place, done: $0, total: total))
          }
        }
        try checks[place].checkDirection(using: &random)
        checks[place].conclude()
      }
    } catch  where Interrupt.isRequested {
      report.isInterrupted = true
    }
    return report
  }

  private func leafCheck(_ place: Int) throws -> LeafCheck {
    let leaf = graph.counterpart(of: subjects[place])
    let probe = try SlopeProbe(
      of: graph.root, in: leaf, upstream: upstream.value.tensor().array, options: options)
    let claim = claims.isEmpty ? nil : claims[place].gradient
    let gradient = try claim ?? backward.gradient(of: leaf)
    guard gradient.value.shape == leaf.value.shape else {
      throw ProvenanceError.claim(gradient.value.shape, expected: leaf.value.shape)
    }
    return LeafCheck(
      probe, place: place, gradient: try gradient.value.tensor().converted(to: .f64),
      tolerance: options.allowed(forSingle: gradient.value.elementType == .f32))
  }

  /// Tries one cell of each leaf, and refuses a check that would take too long.
  private func estimate(_ checks: inout [LeafCheck], _ longest: Double) throws {
    let clock = ContinuousClock()
    var seconds = 0.0
    var cells = 0
    for place in checks.indices where checks[place].count > 0 {
      var fastest = Double.infinity
      // A first run may be slow because it is the first.
      for _ in 0..<2 where fastest * Double(checks[place].count) > longest / 2 {
        let elapsed = try clock.measure { try checks[place].rehearse() }
        fastest = min(fastest, elapsed / .seconds(1))
      }
      seconds += fastest * Double(checks[place].count)
      cells += checks[place].count
    }
    if seconds > longest { throw ProvenanceError.tooLong(seconds: seconds, cells: cells) }
  }
}

extension Backward {
  /// The leaves of a graph, literals left out, in the order of the operands.
  static func leaves(of root: Node, where isIncluded: (Node) -> Bool) -> [Node] {
    root.ancestry.reversed().filter { $0.origin == nil && !$0.isLiteral && isIncluded($0) }
  }
}
