/// The matrix product.
public enum Matmul {
  /// Computes `c = a · b`, with a bias added or added to what `c` holds.
  ///
  /// `a` is M×K, `b` K×N; all of one element type. `c` is M×N with any strides, and overlaps
  /// neither operand. When `b` has several images side by side, `c` may also be
  /// images×M×positions: one product an image, with the images any distance apart.
  /// With K = 0 the products are zero. NaN and infinity propagate.
  ///
  /// - Parameters:
  ///   - bias: added to every column or to every row of the product.
  ///   - accumulate: whether the product is added to what `c` holds.
  /// - Throws: `Interrupted` when the user asked to stop; `c` is then half written.
  public static func multiply(
    _ a: MatrixOperand, _ b: MatrixOperand, into c: Cells, bias: MatrixBias? = nil,
    accumulate: Bool = false
  ) throws(Interrupted) {
    switch c.storage.elementType {
    case .f32: try multiply(a, b, into: c, bias: bias, accumulate: accumulate, as: Float.self)
    case .f64: try multiply(a, b, into: c, bias: bias, accumulate: accumulate, as: Double.self)
    }
  }

  private static func multiply<S: Scalar>(
    _ a: MatrixOperand, _ b: MatrixOperand, into c: Cells, bias: MatrixBias?, accumulate: Bool,
    as type: S.Type
  ) throws(Interrupted) {
    let images = c.rank == 3 ? c.sizes[0] : 1
    let rows = c.sizes[c.rank - 2]
    let columns = c.sizes[c.rank - 1]
    let (rowStride, columnStride) = (c.strides[c.rank - 2], c.strides[c.rank - 1])
    let imageStride = c.rank == 3 ? c.strides[0] : 0
    precondition(a.rows == rows && b.columns == images * columns && a.columns == b.rows)
    precondition(a.elementType == S.elementType && b.elementType == S.elementType)
    try Workers.run(images) { (image: Int) throws(Interrupted) in
      for row in 0..<rows {
        try Interrupt.check()
        for column in 0..<columns {
          let place = c.offset + image * imageStride + row * rowStride + column * columnStride
          let target = c.storage.pointer(type) + place
          var sum: S = accumulate ? target.pointee : 0
          switch bias {
          case .perRow(let cells)?:
            sum += cells.storage.pointer(type)[cells.offset + row * cells.strides[0]]
          case .perColumn(let cells)?:
            sum += cells.storage.pointer(type)[cells.offset + column * cells.strides[0]]
          case nil: break
          }
          for k in 0..<a.columns {
            sum += a.cell(row, k, as: type) * b.cell(k, image * columns + column, as: type)
          }
          target.pointee = sum
        }
      }
    }
  }
}
