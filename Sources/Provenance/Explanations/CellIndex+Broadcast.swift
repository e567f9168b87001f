import Tensors

extension CellIndex {
  /// The cell of a smaller shape that broadcasting repeats at this index.
  func broadcast(to shape: Shape) -> CellIndex {
    var index = CellIndex(rank: shape.rank)
    let added = rank - shape.rank
    for axis in 0..<shape.rank { index[axis] = shape[axis] == 1 ? 0 : self[axis + added] }
    return index
  }

  /// The cells of a larger shape that broadcasting makes of this one, in row-major order.
  func repeats(from shape: Shape, in larger: Shape) -> [CellIndex] {
    let added = larger.rank - shape.rank
    var indices = [CellIndex(rank: larger.rank)]
    for axis in 0..<larger.rank {
      let isRepeated = axis < added || (shape[axis - added] == 1 && larger[axis] != 1)
      let range = isRepeated ? 0..<larger[axis] : self[axis - added]..<self[axis - added] + 1
      indices = indices.flatMap { index in
        range.map { place in
          var index = index
          index[axis] = place
          return index
        }
      }
    }
    return indices
  }
}
