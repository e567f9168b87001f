/// Where the cells of a slice lie in what it is a slice of, and the other way round.
public struct SlicePlaces: Sendable {
  /// The slice's shape.
  public let shape: Shape
  private let first: CellIndex
  /// For each axis of the slice, the axis of the source.
  private let axes: [Int]
  private let steps: [Int]

  /// Works out a slice.
  ///
  /// - Parameters:
  ///   - source: the shape of what is sliced.
  ///   - items: what each dimension keeps, from the first; the rest is whole.
  /// - Throws: `TensorError` naming the index or bound that is out of range.
  public init(of source: Shape, _ items: [SliceItem]) throws(TensorError) {
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

  /// The cell that a cell of the slice is.
  public func source(of index: CellIndex) -> CellIndex {
    var place = first
    for (axis, source) in axes.enumerated() { place[source] += index[axis] * steps[axis] }
    return place
  }

  /// Where the slice has a cell of the source; nil where it leaves it out.
  public func index(of source: CellIndex) -> CellIndex? {
    var index = CellIndex(rank: shape.rank)
    var rest = source
    for (axis, place) in axes.enumerated() {
      let (quotient, remainder) = (source[place] - first[place])
        .quotientAndRemainder(dividingBy: steps[axis])
      guard remainder == 0, quotient >= 0, quotient < shape[axis] else { return nil }
      index[axis] = quotient
      rest[place] = first[place]
    }
    return rest == first ? index : nil
  }
}
