import Convolution
import Kernels
import Provenance
import Tensors
import Testing
import Windows

@Suite struct BackwardTests {
  @Test("a value that is used twice gets both gradients")
  func sums() throws {
    let x = Node(tensor([3], [1]))
    let square = try Node(BinaryOperation(.multiply), [x, x])
    let y = try Node(BinaryOperation(.add), [square, x])
    let backward = try Backward(from: y)
    #expect(try backward.gradient(of: x).value.tensor().array == [7])
    #expect(try backward.gradient(of: square).value.tensor().array == [1])
    #expect(try backward.gradient(of: y).value.tensor().array == [1])
  }

  @Test("a gradient is computed once, when it is asked for")
  func laziness() throws {
    let x = Node(numbers(2))
    let y = try Node(UnaryOperation(.tanh), [x])
    let backward = try Backward(from: y)
    #expect(backward.known(x) == nil)
    let gradient = try backward.gradient(of: x)
    #expect(backward.known(x) === gradient)
    #expect(try backward.gradient(of: x) === gradient)
  }

  @Test("a value that the root does not depend on has no gradient")
  func independence() throws {
    let (x, other) = (Node(numbers(2)), Node(numbers(2)))
    let backward = try Backward(from: Node(UnaryOperation(.exp), [x]))
    #expect(!backward.reaches(other))
    #expect(throws: ProvenanceError.independent) { try backward.gradient(of: other) }
  }

  @Test("an upstream must have the root's shape")
  func upstream() throws {
    let y = try Node(UnaryOperation(.exp), [Node(numbers(2, 3))])
    let expected = try ProvenanceError.upstream(Shape([3, 2]), expected: Shape([2, 3]))
    #expect(throws: expected) { try Backward(from: y, upstream: Node(numbers(3, 2))) }
  }

  @Test("labels have no gradient and are no leaves; what they are made of has none either")
  func labels() throws {
    let scores = Node(numbers(2, 3))
    let classes = Node(tensor([2, 1], [2]))
    let labels = try Node(SliceOperation([.all]), [classes])
    let loss = try Node(CrossEntropyOperation(), [scores, labels])
    let backward = try Backward(from: loss)
    #expect(backward.leaves.map(ObjectIdentifier.init) == [ObjectIdentifier(scores)])
    for node in [labels, classes] {
      #expect(throws: ProvenanceError.notDifferentiable(verb: "crossentropy")) {
        try backward.gradient(of: node)
      }
    }
  }

  @Test("leaves come without literals")
  func leaves() throws {
    let x = Node(numbers(2))
    let double = try Node(BinaryOperation(.multiply), [x, Node(Tensor(2), isLiteral: true)])
    let backward = try Backward(from: double)
    #expect(backward.leaves.map(ObjectIdentifier.init) == [ObjectIdentifier(x)])
  }

  @Test("nothing flows past a detached value")
  func detached() throws {
    let x = Node(numbers(2))
    let y = try Node(UnaryOperation(.exp), [x])
    let z = try Node(BinaryOperation(.multiply), [y.detached, x])
    let backward = try Backward(from: z)
    #expect(!backward.reaches(y))
    let values = try y.value.tensor().array
    #expect(try backward.gradient(of: x).value.tensor().array == values)
  }

  @Test("a graph of f32 has gradients of f32", arguments: OperationLawTests.smooth)
  func types(_ example: OperationCase) throws {
    guard !(example.operation is ConvertOperation) else { return }
    let leaves = try example.operands.map { value in
      if case .lazy = value { return Node(leaf: value) }
      return Node(try value.tensor().converted(to: .f32))
    }
    guard leaves.allSatisfy({ $0.value.source.elementType == .f32 }) else { return }
    let root = try Node(example.operation, Operands(leaves))
    #expect(root.value.source.elementType == .f32)
    let backward = try Backward(from: root)
    for (operand, leaf) in leaves.enumerated()
    where !example.refused.contains(operand) && backward.reaches(leaf) {
      for node in Backward.made(by: try backward.gradient(of: leaf)) {
        #expect(node.value.source.elementType == .f32)
      }
    }
  }

  @Test("operands of two types each get a gradient of their own type")
  func mixedTypes() throws {
    let x = Node(try numbers(1, 1, 3, 3).converted(to: .f32))
    let k = Node(numbers(1, 1, 2, 2))
    let backward = try Backward(from: Node(ConvolutionOperation(.init()), [x, k]))
    #expect(try backward.gradient(of: x).value.source.elementType == .f32)
    #expect(try backward.gradient(of: k).value.source.elementType == .f64)
  }

  @Test("the route of a convolution's input gradient is the one that was asked for")
  func routes() throws {
    let (x, k) = (Node(numbers(1, 2, 4, 4)), Node(numbers(2, 2, 3, 3, seed: 2)))
    let y = try Node(ConvolutionOperation(.init(padding: .all(1))), [x, k])
    let expected = try Backward(from: y).gradient(of: x).value.tensor().array
    for route in InputGradientRoute.general {
      let gradient = try Backward(from: y, options: .init(route: route)).gradient(of: x)
      let operation = gradient.origin?.operation as? ConvolutionInputGradientOperation
      #expect(operation?.route == route)
      for (a, b) in zip(try gradient.value.tensor().array, expected) {
        #expect(abs(a - b) < 1e-12)
      }
    }
  }

  @Test("gradients can be differentiated again")
  func secondOrder() throws {
    let (x, k) = (Node(numbers(3, 3)), Node(numbers(2, 2, seed: 2)))
    let y = try Node(ConvolutionOperation(.init()), [x, k])
    let loss = try Node(
      ReduceOperation(.sum, axes: nil), [Node(UnaryOperation(.tanh), [y])])
    let slope = try Backward(from: loss).gradient(of: x)
    let second = try Backward(from: slope).gradient(of: k).value.tensor()
    let h = 0x1p-17
    for index in indices(k.value.shape) {
      func total(_ step: Double) throws -> Double {
        var moved = try k.value.tensor()
        try moved.set(index, to: moved.cell(index) + step)
        let y = try Node(ConvolutionOperation(.init()), [x, Node(moved)])
        let loss = try Node(UnaryOperation(.tanh), [y])
        return try Backward(from: loss).gradient(of: x).value.tensor().array.reduce(0, +)
      }
      let expected = try (total(h) - total(-h)) / (2 * h)
      #expect(abs(second.cell(index) - expected) < 1e-8)
    }
  }

  @Test("a patch matrix stays lazy on the way to a kernel's gradient")
  func lazyMatrices() throws {
    let x = Node(numbers(1, 2, 4, 4))
    let window = WindowOptions(
      kernel: Extent(3), stride: Extent(1), padding: .all(1), dilation: Extent(1))
    let columns = try Node(Im2colOperation(window, order: .columns), [x])
    let k = Node(numbers(3, 18, seed: 2))
    let y = try Node(MatmulOperation(), [k, columns])
    let gradient = try Backward(from: y).gradient(of: k)
    let transposed = try #require(gradient.origin?.operands.last)
    #expect(transposed.value.source.isLazy)
  }

  @Test("100,000 links are walked without recursion")
  func longChains() throws {
    let x = Node(Tensor(1))
    var y = x
    for _ in 0..<50_000 {
      y = try Node(UnaryOperation(.negate), [Node(UnaryOperation(.negate), [y])])
    }
    #expect(try Backward(from: y).gradient(of: x).value.tensor().number == 1)
    #expect(y.depth == 100_000)
    #expect(y.isLinear(in: x))
  }

  @Test("powers of 0 have the gradients of the powers next to them")
  func powersOfZero() throws {
    func gradients(_ a: Double, _ b: Double) throws -> [Double] {
      let (base, exponent) = (Node(Tensor(a)), Node(Tensor(b)))
      let backward = try Backward(from: Node(BinaryOperation(.power), [base, exponent]))
      return try [base, exponent].map { try backward.gradient(of: $0).value.tensor().number }
    }
    #expect(try gradients(0, 0) == [0, 0])
    #expect(try gradients(0, 1) == [1, 0])
    #expect(try gradients(0, 2) == [0, 0])
    #expect(try gradients(-2, 3)[0] == 12)
  }

  @Test("at its kink a function has the gradient 0")
  func kinks() throws {
    for function in [UnaryFunction.relu, .abs] {
      let x = Node(tensor([-1, 0, 2], [3]))
      let backward = try Backward(from: Node(UnaryOperation(function), [x]))
      let expected: [Double] = function == .relu ? [0, 0, 1] : [-1, 0, 1]
      #expect(try backward.gradient(of: x).value.tensor().array == expected)
    }
  }

  @Test(
    "of equal cells the first in row-major order is the extreme one",
    arguments: [ReduceOperation.Kind.max, .min])
  func ties(_ kind: ReduceOperation.Kind) throws {
    let x = Node(tensor([1, 1, 1, 1, 1, 1], [2, 3]))
    let all = try Backward(from: Node(ReduceOperation(kind, axes: nil), [x]))
    #expect(try all.gradient(of: x).value.tensor().array == [1, 0, 0, 0, 0, 0])
    let columns = try Backward(from: Node(ReduceOperation(kind, axes: [0]), [x]))
    #expect(try columns.gradient(of: x).value.tensor().array == [1, 1, 1, 0, 0, 0])
  }
}

extension Backward {
  /// A node and all it was made of.
  static func made(by root: Node) -> [Node] {
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(root)]
    var found = [root]
    var next = 0
    while next < found.count {
      found += (found[next].origin?.operands ?? []).filter {
        seen.insert(ObjectIdentifier($0)).inserted
      }
      next += 1
    }
    return found
  }
}
