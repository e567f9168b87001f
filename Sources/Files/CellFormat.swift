import Kernels

/// How a file stores one cell: the number's kind, its size and the order of its bytes.
struct CellFormat: Hashable {
  enum Kind: Hashable {
    case boolean, unsigned, signed, float
  }

  let kind: Kind
  /// Bytes a cell: 1, 2, 4 or 8.
  let size: Int
  let isBigEndian: Bool

  /// The smallest of the tensors' types that holds every such number exactly; whole numbers of 32 bits
  /// and more go to f64.
  var exactType: ElementType {
    kind == .float ? (size == 4 ? .f32 : .f64) : (size <= 2 ? .f32 : .f64)
  }
}
