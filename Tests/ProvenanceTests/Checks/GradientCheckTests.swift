import Convolution
import Kernels
import Tensors
import Testing
import Windows

@testable import Provenance

/// Checks of gradients: right ones pass, wrong ones are found where they are, kinks are told apart.
@Suite struct GradientCheckTests {
  /// A check, run to its end.
  private func report(
    _ root: Node, claims: [ClaimedGradient] = [],
    _ change: (inout GradientCheckOptions) -> Void = { _ in }
  ) throws -> GradientReport {
    var options = GradientCheckOptions()
    change(&options)
    var check = try GradientCheck(of: root, claims: claims, options: options)
    return try check.run()
  }

  private func relu(_ cells: Double...) throws -> (x: Node, y: Node) {
    let x = Node(tensor(cells, [cells.count]))
    return (x, try Node(UnaryOperation(.relu), [x]))
  }

  @Test("every operation's gradient is right", arguments: OperationLawTests.smooth)
  func rightness(_ operation: OperationCase) throws {
    let (root, leaves) = try operation.node()
    let backward = try Backward(from: root)
    let refused = operation.refused.map { leaves[$0] }
    let variables = leaves.filter { leaf in
      backward.reaches(leaf) && !refused.contains { $0 === leaf }
    }
    for isFast in [false, true] {
      var options = GradientCheckOptions()
      options.isFast = isFast
      var check = try GradientCheck(of: root, variables: variables, options: options)
      #expect(try check.run().leaves.allSatisfy { $0.verdict == .right })
    }
  }

  @Test("a leaf that the value is linear in is checked at h = 1, exactly")
  func linearity() throws {
    let x = Node(tensor((0..<18).map(Double.init), [2, 3, 3]))
    let k = Node(tensor((0..<16).map { Double($0 - 7) }, [2, 2, 2, 2]))
    let bias = Node(tensor([5, -3], [2]))
    let y = try Node(ConvolutionOperation(.init(padding: .all(1))), [x, k, bias])
    for leaf in try report(y).leaves {
      #expect(leaf.isLinear && leaf.width == 1)
      #expect(leaf.worst?.absoluteError == 0)
      #expect(leaf.projection?.numeric == leaf.projection?.gradient)
      #expect(leaf.checkedCount == leaf.shape.count)
    }
    let square = try Node(BinaryOperation(.multiply), [y, y])
    #expect(try report(square).leaves.allSatisfy { !$0.isLinear && $0.verdict == .right })
  }

  @Test("forward differences are as wide as source 002's, also where h = 1 would be exact")
  func forwardDifferences() throws {
    let x = Node(numbers(2, 3, 4, 2))
    let k = Node(numbers(2, 2, 2, 3, seed: 2))
    let y = try Node(ConvolutionOperation(.init(layout: .nhwc)), [x, k])
    let leaves = try report(y) { $0.takesForwardDifferences = true }.leaves
    #expect(leaves.allSatisfy { $0.verdict == .right && !$0.isLinear && $0.width == 1e-4 })
    #expect(leaves.allSatisfy { ($0.worst?.absoluteError ?? 1) < 1e-8 })
  }

  @Test("a cell that is claimed wrong is the one that is named", arguments: 0..<12)
  func wrongCell(_ place: Int) throws {
    let x = Node(numbers(3, 4))
    let linear = try Node(BinaryOperation(.multiply), [x, Node(numbers(3, 4, seed: 2))])
    for root in [linear, try Node(UnaryOperation(.tanh), [x])] {
      let upstream = try Backward(from: root).upstream
      var cells = try Backward(from: root).gradient(of: x).value.tensor().array
      cells[place] += 0.01
      let claim = ClaimedGradient(of: x, Node(tensor(cells, [3, 4])))
      let leaf = try report(root, claims: [claim]) { $0.upstream = upstream }.leaves[0]
      #expect(leaf.verdict == .wrong)
      #expect(leaf.wrongCount == 1)
      #expect(leaf.worstWrong?.cell == x.value.shape.index(at: place))
      #expect(leaf.projection?.holds == false)
    }
  }

  @Test("tiny gradients are checked as closely as large ones")
  func tininess() throws {
    let x = Node(numbers(4))
    let scale = Node(Tensor(1e-9))
    let root = try Node(BinaryOperation(.multiply), [Node(UnaryOperation(.tanh), [x]), scale])
    let backward = try Backward(from: root)
    let right = try backward.gradient(of: x)
    let wrong = try Node(BinaryOperation(.multiply), [right, Node(Tensor(1.1))])
    for (gradient, verdict) in [(right, LeafReport.Verdict.right), (wrong, .wrong)] {
      let claim = ClaimedGradient(of: x, gradient)
      let report = try report(root, claims: [claim]) { $0.upstream = backward.upstream }
      #expect(report.leaves[0].verdict == verdict)
    }
  }

  @Test("a kink at a cell, or within reach of h, is told apart", arguments: [0, 4e-6, -4e-6])
  func kinks(_ cell: Double) throws {
    let (_, y) = try relu(-1, cell, 2)
    let leaf = try report(y).leaves[0]
    #expect(leaf.verdict == .kink)
    #expect(leaf.kinkCount == 1)
    #expect(leaf.widestKink?.cell == [1])
    #expect(leaf.wrongCount == 0)
  }

  @Test("farther than h from a kink there is none", arguments: [2e-5, -2e-5])
  func smoothness(_ cell: Double) throws {
    let (_, y) = try relu(-1, cell, 2)
    #expect(try report(y).leaves[0].verdict == .right)
  }

  @Test("at a kink a gradient beyond both slopes is wrong all the same")
  func beyondKink() throws {
    let (x, y) = try relu(0)
    let ones = try Backward(from: y).upstream
    for (claimed, verdict) in [
      (-0.1, LeafReport.Verdict.wrong), (0, .kink), (0.5, .right), (0.7, .kink), (1, .kink),
      (1.1, .wrong),
    ] {
      let claim = ClaimedGradient(of: x, Node(tensor([claimed], [1])))
      let leaf = try report(y, claims: [claim]) { $0.upstream = ones }.leaves[0]
      #expect(leaf.verdict == verdict, "\(claimed)")
    }
  }

  @Test("of a tie each rule but `all` is a gradient", arguments: TieRule.allCases)
  func ties(_ rule: TieRule) throws {
    let x = Node(tensor([1, 1, 0, 1, 2, 2, 2, 0, 0], [3, 3]))
    let operation = PoolOperation(
      kernel: Extent(2), PoolOptions(stride: Extent(1), ties: rule))
    let leaf = try report(Node(operation, [x])).leaves[0]
    // Halves lie in the middle of a tie of two, where the central difference is too.
    let verdicts: [TieRule: LeafReport.Verdict] = [.first: .kink, .split: .right, .all: .wrong]
    #expect(leaf.verdict == verdicts[rule])
  }

  @Test("a step that is too wide for a curve is taken narrower")
  func curves() throws {
    let x = Node(tensor([1e-4, 1], [2]))
    let leaf = try report(Node(UnaryOperation(.log), [x])).leaves[0]
    #expect(leaf.verdict == .right)
    #expect(leaf.refinedCount == 1)
  }

  @Test("values in f32 are checked in f64")
  func singles() throws {
    let x = Node(try numbers(1, 2, 5, 5).converted(to: .f32))
    let k = Node(try numbers(3, 2, 2, 2, seed: 2).converted(to: .f32))
    let doubled = try Node(ConvertOperation(.f64), [Node(ConvolutionOperation(.init()), [x, k])])
    let y = try Node(ConvertOperation(.f32), [Node(UnaryOperation(.sigmoid), [doubled])])
    let report = try report(y)
    #expect(report.leaves.map(\.shape) == [x.value.shape, k.value.shape])
    #expect(report.leaves.allSatisfy { $0.verdict == .right })
    #expect(report.leaves.allSatisfy { ($0.worst?.absoluteError ?? 1) < 1e-8 })
  }

  @Test(
    "values of an algorithm that only f32 has are checked by a general one",
    arguments: ConvolutionAlgorithm.allCases, InputGradientRoute.allCases)
  func singleAlgorithms(_ algorithm: ConvolutionAlgorithm, _ route: InputGradientRoute) throws {
    let x = Node(try numbers(1, 2, 5, 5).converted(to: .f32))
    let k = Node(try numbers(3, 2, 3, 3, seed: 2).converted(to: .f32))
    let y = try Node(ConvolutionOperation(.init(algorithm: algorithm)), [x, k])
    #expect(try report(y).leaves.map(\.verdict) == [.right, .right])
    let backward = try Backward(from: y, options: BackwardOptions(route: route))
    for gradient in try [backward.gradient(of: x), backward.gradient(of: k)] {
      #expect(try report(gradient).leaves.allSatisfy { $0.verdict == .right })
    }
  }

  @Test("cells of the value that are NaN are left out")
  func undefinedCells() throws {
    let x = Node(tensor([-1, 2], [2]))
    let report = try report(Node(UnaryOperation(.log), [x]))
    #expect(report.ignoredCount == 1)
    #expect(report.leaves[0].verdict == .right)
  }

  @Test("a NaN that is claimed is wrong")
  func claimedNaN() throws {
    let (x, y) = try relu(1, 2)
    let claim = ClaimedGradient(of: x, Node(tensor([1, .nan], [2])))
    let leaf = try report(y, claims: [claim]).leaves[0]
    #expect(leaf.verdict == .wrong)
    #expect(leaf.worstWrong?.cell == [1])
  }

  @Test("a chain of 100,000 operations is replayed without recursion")
  func depth() throws {
    let x = Node(Tensor(1))
    var y = x
    for _ in 0..<100_000 { y = try Node(BinaryOperation(.add), [y, Node(Tensor(1))]) }
    var check = try GradientCheck(of: y, variables: [x])
    #expect(try check.run().leaves[0].verdict == .right)
  }

  @Test("the same check prints the same numbers, and another seed others")
  func seeds() throws {
    let x = Node(numbers(3))
    let y = try Node(UnaryOperation(.exp), [x])
    #expect(try report(y) == report(y))
    #expect(try report(y) != report(y) { $0.seed = 1 })
  }

  @Test("a check that is stopped tells what it found until then", arguments: [0, 1, 20, 100, 300])
  func stops(_ looks: Int) throws {
    let x = Node(numbers(4, 5))
    let y = try Node(UnaryOperation(.tanh), [x])
    var check = try GradientCheck(of: y)
    let report = try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
      try check.run()
    }
    if report.isInterrupted {
      #expect(report.leaves.allSatisfy { $0.verdict == .unfinished })
      #expect(report.leaves.allSatisfy { $0.checkedCount < 20 || $0.projection == nil })
    } else {
      #expect(report.leaves[0].verdict == .right)
    }
  }

  @Test("a check that would take too long is refused with its length")
  func refusal() throws {
    let x = Node(numbers(4, 5))
    let y = try Node(UnaryOperation(.tanh), [x])
    #expect {
      try report(y) { $0.longest = 0 }
    } throws: { error in
      guard case ProvenanceError.tooLong(let seconds, cells: 20) = error else { return false }
      return seconds > 0
    }
  }

  @Test("what does not fit is refused")
  func misfits() throws {
    let (x, y) = try relu(1, 2)
    let other = Node(numbers(2))
    #expect(throws: ProvenanceError.leaf(x.value.shape)) { try GradientCheck(of: x) }
    #expect(throws: ProvenanceError.independent) {
      try GradientCheck(of: y, claims: [ClaimedGradient(of: other, x)])
    }
    #expect(throws: ProvenanceError.claim(try Shape([3]), expected: x.value.shape)) {
      try report(y, claims: [ClaimedGradient(of: x, Node(numbers(3)))])
    }
  }
}
