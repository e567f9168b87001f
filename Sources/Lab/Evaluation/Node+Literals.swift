import Kernels
import Provenance
import Tensors

extension Node {
  /// The value with a literal's cells in the given type.
  func literalTaking(_ type: ElementType) throws(TensorError) -> Node {
    guard isLiteral, value.elementType != type else { return self }
    return Node(try value.tensor().converted(to: type), isLiteral: true)
  }

  /// The value as it is compared with another: a literal takes the type of what it meets.
  func meeting(_ other: Node) throws(TensorError) -> Node {
    other.isLiteral ? self : try literalTaking(other.value.elementType)
  }

  /// The value as a name keeps it: a literal that met nothing takes the session's type.
  ///
  /// A shape and whole numbers that f32 would round stay as they are: indices are exact whatever the
  /// type.
  func settled(in type: ElementType) throws(TensorError) -> Node {
    guard isLiteral, case .tensor(let tensor) = value else { return self }
    if tensor.elementType == type { return Node(tensor) }
    let converted = try tensor.converted(to: type)
    let areIndices = tensor.array.allSatisfy { Int(exactly: $0) != nil }
    if areIndices, try converted.firstDifference(from: tensor) != nil {
      return Node(tensor, isLiteral: true)
    }
    return Node(converted)
  }

  /// The value as a whole number.
  func wholeNumber() throws(TensorError) -> Int { try Self.whole(value.tensor().number) }

  /// The value as a list of whole numbers: a number is a list of one.
  func wholeNumbers() throws(TensorError) -> [Int] {
    guard value.shape.rank <= 1 else {
      throw .rank(value.shape, what: "a list of numbers", allowed: [0, 1])
    }
    return try value.tensor().array.map { number throws(TensorError) in try Self.whole(number) }
  }

  private static func whole(_ number: Double) throws(TensorError) -> Int {
    guard number == number.rounded(), number.isFinite else { throw .notWhole(number) }
    guard let whole = Int(exactly: number) else {
      throw .outOfRange(number, what: "the whole number", least: -0x1p63, most: 0x1p63)
    }
    return whole
  }
}

extension Operands {
  /// The operands with the cells of literals in the given type.
  func literalsTaking(_ type: ElementType) throws(TensorError) -> Operands {
    guard contains(where: { $0.isLiteral && $0.value.elementType != type }) else { return self }
    var nodes: [Node] = []
    for operand in self { nodes.append(try operand.literalTaking(type)) }
    return Operands(nodes)
  }
}
