/// The matrix product.
public enum Matmul {
  /// Computes `c = a · b`, with a bias added or added to what `c` holds.
  ///
  /// `a` is M×K, `b` K×N; all of one element type. `c` is M×N with any strides, and overlaps
  /// neither operand. When `b` has several images side by side, `c` may also be
  /// images×M×positions: one product an image, with the images any distance apart.
  /// With K = 0 the products are zero. NaN and infinity propagate. The result is the same whatever
  /// the number of threads.
  ///
  /// - Parameters:
  ///   - bias: added to every column or to every row of the product.
  ///   - accumulate: whether the product is added to what `c` holds.
  ///   - keeping: the operand that other products will read again, as weights are: from the second
  ///     time on its packed panels are kept with its cells.
  /// - Throws: `Interrupted` when the user asked to stop; `c` is then half written.
  public static func multiply(
    _ a: MatrixOperand, _ b: MatrixOperand, into c: Cells, bias: MatrixBias? = nil,
    accumulate: Bool = false, keeping: MatmulSide? = nil
  ) throws(Interrupted) {
    precondition(a.elementType == c.storage.elementType && b.elementType == a.elementType)
    c.storage.willWrite()
    switch c.storage.elementType {
    case .f32:
      try MatmulRun<Float>(
        a, b, into: c, bias: bias, accumulate: accumulate, keeping: keeping)?.compute()
    case .f64:
      try MatmulRun<Double>(
        a, b, into: c, bias: bias, accumulate: accumulate, keeping: keeping)?.compute()
    }
  }
}
