import Tensors
import Windows

extension PatchLayout {
  /// The layout for images of four dimensions, with which only the matrix's size can be wrong.
  static func checked(
    image: Shape, window: SlidingWindow, order: PatchOrder
  ) throws(TensorError) -> PatchLayout {
    do throws(WindowError) {
      return try PatchLayout(image: image, window: window, order: order)
    } catch {
      if case .tensor(let error) = error { throw error }
      throw .shapeOverflows(image.lengths)
    }
  }
}
