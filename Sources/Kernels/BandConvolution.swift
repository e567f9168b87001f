/// A convolution that multiplies pixels where they lie in a band: no patch is packed.
///
/// Several output channels × several vectors of neighbouring outputs are summed in registers, as in a
/// matrix product whose right-hand rows are the band's cells at each tap's offset.
public enum BandConvolution {
  /// Convolves images.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W.
  ///   - kernels: O × (C/groups)·kh·kw, neighbouring weights of an output side by side.
  ///   - bias: O numbers.
  ///   - result: N×O×oh×ow, neighbours of a row side by side.
  ///   - rows: the vertical direction.
  ///   - columns: the horizontal direction, `apart` if the plan says so.
  ///   - activation: what is made of every output, a piece at a time while it is in the cache.
  /// - Throws: `Interrupted` when the user asked to stop; the result is then half written.
  public static func run(
    _ images: Cells, _ kernels: Cells, bias: Cells?, into result: Cells, groups: Int,
    rows: BandAxis, columns: BandAxis, plan: BandPlan, activation: UnaryFunction? = nil
  ) throws(Interrupted) {
    result.storage.willWrite()
    let activation = activation.map { BandActivation($0, result) }
    switch result.storage.elementType {
    case .f32:
      try BandRun<Float>(
        images, kernels, bias: bias, into: result, groups: groups, rows: rows, columns: columns,
        plan: plan, activation: activation
      ).compute()
    case .f64:
      try BandRun<Double>(
        images, kernels, bias: bias, into: result, groups: groups, rows: rows, columns: columns,
        plan: plan, activation: activation
      ).compute()
    }
  }

  /// Cells from one row to the next that outputs read where they lie in the images, if they can: no
  /// padding, and columns side by side.
  public static func pitch(in images: Cells, rows: BandAxis, columns: BandAxis) -> Int? {
    guard images.strides[3] == 1, columns.step == 1, columns.planes.count == 1,
      !rows.holdsPadding, !columns.holdsPadding, images.strides[2] >= columns.length,
      images.strides[1] >= 0
    else { return nil }
    // The taps' distances are 32 bits wide.
    let (reach, overflow) = images.strides[1].multipliedReportingOverflow(by: images.sizes[1])
    return overflow || reach > Int32.max ? nil : images.strides[2] * rows.step
  }
}
