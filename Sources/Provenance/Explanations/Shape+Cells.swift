import Tensors

extension Shape {
  /// All indices in row-major order, made one by one.
  var indices: some Sequence<CellIndex> { (0..<count).lazy.map(index(at:)) }

  /// The axes counted from the front; nil stands for all.
  func resolved(_ axes: [Int]?) -> [Int] {
    axes?.map(fromFront) ?? Array(0..<rank)
  }
}

extension CellIndex {
  /// The index without some of its numbers.
  func dropping(_ axes: [Int]) -> CellIndex {
    CellIndex((0..<rank).filter { !axes.contains($0) }.map { self[$0] })
  }

  /// The index with a number put in at each of these axes of the new index, the lowest axis first.
  func inserting(_ numbers: CellIndex, at axes: [Int]) -> CellIndex {
    var index = array
    for (place, axis) in axes.enumerated() { index.insert(numbers[place], at: axis) }
    return CellIndex(index)
  }

  /// The index with another number at an axis.
  func replacing(_ axis: Int, with number: Int) -> CellIndex {
    var index = self
    index[axis] = number
    return index
  }
}
