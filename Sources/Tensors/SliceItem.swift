/// What one dimension of a slice keeps.
public enum SliceItem: Hashable, Sendable {
  /// One index; the dimension is dropped.
  case at(Int)
  /// From a bound to before another, every `step`th; nil is the dimension's end.
  case range(Int?, Int?, step: Int)
  /// All of it.
  case all

  /// An index or a bound counted from the front: a negative one counts from the dimension's end.
  public static func place(_ index: Int, of length: Int) -> Int {
    index < 0 ? index + length : index
  }

  /// The first index kept, how many there are and how far apart.
  ///
  /// A negative index or bound counts from the dimension's end.
  ///
  /// - Throws: `TensorError` naming the index or bound that is out of range.
  func kept(axis: Int, length: Int) throws(TensorError) -> (first: Int, count: Int, step: Int) {
    switch self {
    case .all: return (0, length, 1)
    case .at(let index):
      let place = Self.place(index, of: length)
      guard place >= 0, place < length else { throw .index(index, axis: axis, length: length) }
      return (place, 1, 1)
    case .range(let lower, let upper, let step):
      guard step > 0 else { throw .sliceStep(step, axis: axis) }
      let (first, end) = (lower ?? 0, upper ?? length)
      let (from, to) = (Self.place(first, of: length), Self.place(end, of: length))
      guard from >= 0, to <= length, from <= to else {
        throw .sliceBounds(first, end, axis: axis, length: length)
      }
      let count = from == to ? 0 : (to - from - 1) / step + 1
      // A step past the end is never taken, and multiplying it could overflow.
      return (from, count, count > 1 ? step : 1)
    }
  }
}
