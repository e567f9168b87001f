import Kernels

extension CellSource {
  /// The cells that the items keep, computed one by one: what a slice of a lazy value is.
  ///
  /// - Throws: `TensorError` naming the index or bound that is out of range.
  public func computing(_ items: [SliceItem]) throws(TensorError) -> Tensor {
    let places = try SlicePlaces(of: shape, items)
    let result = try Tensor.uninitialized(places.shape, elementType)
    for place in 0..<places.shape.count {
      if place & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
      result.storage[place] = cell(places.source(of: places.shape.index(at: place)))
    }
    return result
  }
}
