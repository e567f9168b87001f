import Kernels
public import Tensors

extension CellSource {
  /// All cells, each asked for on its own: for sources whose cells are cheap.
  public func cellByCell() throws(TensorError) -> Tensor {
    let shape = shape
    var place = 0
    return try Tensor(shape, elementType) {
      defer { place += 1 }
      return cell(shape.index(at: place))
    }
  }
}
