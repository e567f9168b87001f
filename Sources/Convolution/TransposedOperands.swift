import Kernels

/// A transposed convolution's operands as views that every algorithm reads alike, and the result it
/// adds to.
struct TransposedOperands: Sendable {
  /// What the shapes and options say.
  let geometry: TransposedGeometry
  /// N×C×h×w.
  let input: Cells
  /// C×(O/groups)×kh×kw.
  let kernel: Cells
  /// N×O×H×W, which holds the bias or 0.
  let result: Cells

  /// The type of all cells.
  var elementType: ElementType { result.storage.elementType }
}
