import Kernels

extension CellSource {
  /// The cells that the items keep, computed one by one: what a slice of a lazy value is.
  ///
  /// - Throws: `TensorError` naming the index or bound that is out of range.
  public func computing(_ items: [SliceItem]) throws(TensorError) -> Tensor {
    let places = try PlaceGrid(shape, items)
    let result = try Tensor.uninitialized(places.shape, elementType)
    for place in 0..<places.shape.count {
      if place & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
      result.storage[place] = cell(places.source(of: places.shape.index(at: place)))
    }
    return result
  }
}

/// Where the cells of a slice lie in what it is a slice of.
private struct PlaceGrid {
  let shape: Shape
  private let first: CellIndex
  private let axes: [Int]
  private let steps: [Int]

  init(_ source: Shape, _ items: [SliceItem]) throws(TensorError) {
    guard items.count <= source.rank else { throw .tooManyIndices(items.count, source) }
    var first = CellIndex(rank: source.rank)
    var (axes, steps, lengths): ([Int], [Int], [Int]) = ([], [], [])
    for axis in 0..<source.rank {
      let item = axis < items.count ? items[axis] : .all
      let kept = try item.kept(axis: axis, length: source[axis])
      first[axis] = kept.first
      if case .at = item { continue }
      axes.append(axis)
      steps.append(kept.step)
      lengths.append(kept.count)
    }
    (self.first, self.axes, self.steps) = (first, axes, steps)
    shape = try Shape(lengths)
  }

  func source(of index: CellIndex) -> CellIndex {
    var place = first
    for (axis, source) in axes.enumerated() { place[source] += index[axis] * steps[axis] }
    return place
  }
}
