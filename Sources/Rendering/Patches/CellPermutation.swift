import Kernels
import Tensors
import Windows

/// For every cell of one order its row-major place in another.
struct CellPermutation: CellSource {
  private let permutation: PatchPermutation

  init(_ permutation: PatchPermutation) { self.permutation = permutation }

  var shape: Shape { permutation.target.shape }
  var elementType: ElementType { .f64 }
  var isLazy: Bool { true }
  var matrixOperand: MatrixOperand? { nil }

  func cell(_ index: CellIndex) -> Double {
    Double(permutation.source.shape.place(of: permutation.sourceIndex(of: index)))
  }

  func materialized() throws(TensorError) -> Tensor { try cellByCell() }
}
