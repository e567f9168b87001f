import Kernels

/// The place of one cell: a number for each dimension, held inline.
public struct CellIndex: Hashable, Sendable {
  /// How many numbers there are, at most 8.
  public let rank: Int
  /// The numbers; places past `rank` hold 0.
  public private(set) var numbers: SIMD8<Int>

  /// Makes an index of zeros.
  public init(rank: Int) {
    precondition(rank <= Cells.maximumRank)
    self.rank = rank
    numbers = .zero
  }

  /// Makes an index of the given numbers, at most 8.
  public init(_ numbers: some Collection<Int>) {
    self.init(rank: numbers.count)
    for (axis, number) in numbers.enumerated() { self.numbers[axis] = number }
  }

  /// The number for one dimension.
  public subscript(axis: Int) -> Int {
    get { numbers[axis] }
    set { numbers[axis] = newValue }
  }

  /// The numbers as an array.
  public var array: [Int] { (0..<rank).map { numbers[$0] } }
}

extension CellIndex: ExpressibleByArrayLiteral {
  /// Makes an index from a literal: `[0, 0, 1, 2]`.
  public init(arrayLiteral numbers: Int...) { self.init(numbers) }
}

extension CellIndex: CustomStringConvertible {
  /// The language's spelling: `[0,0,1,2]`.
  public var description: String {
    "[" + array.map(String.init).joined(separator: ",") + "]"
  }
}
