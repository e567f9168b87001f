public import Kernels

extension WindowAxis {
  /// The axis as planes of the stride's phases, which neighbouring taps share; or, with taps
  /// `apart`, a plane a tap, just as long as the outputs.
  public func bandAxis(apart: Bool = false) -> BandAxis {
    var phases: [Int] = []
    let places = (0..<taps).map { tap in
      let reached = apart ? tap : tap * dilation % stride
      let plane = phases.firstIndex(of: reached) ?? phases.count
      if plane == phases.count { phases.append(reached) }
      return BandAxis.Tap(plane: plane, shift: apart ? 0 : tap * dilation / stride)
    }
    let length = output + (places.map(\.shift).max() ?? 0)
    let planes = phases.map { phase in
      // The pixel in the plane's first cell, if the image began there.
      let origin = (apart ? phase * dilation : phase) - padBefore
      let before = origin >= 0 ? 0 : min(length, (-origin - 1) / stride + 1)
      let first = origin + before * stride
      let pixels = first >= input ? 0 : min(length - before, (input - 1 - first) / stride + 1)
      return BandAxis.Plane(
        zerosBefore: before, pixels: pixels, firstPixel: pixels > 0 ? first : 0)
    }
    return BandAxis(outputs: output, step: stride, planes: planes, taps: places)
  }
}
