import Kernels
import Tensors
import Windows

extension ConvolutionOperands {
  /// Whether an algorithm that multiplies the padding's zeros has come upon a weight that is not
  /// finite: the product would be NaN, where a tap in the padding should count for nothing.
  ///
  /// Such a weight leaves no output of its channel finite, so that one of each tells.
  var paddingMetInfinity: Bool {
    guard geometry.window.readsPadding else { return false }
    return switch elementType {
    case .f32: metInfinity(Float.self)
    case .f64: metInfinity(Double.self)
    }
  }

  private func metInfinity<S: Scalar>(_: S.Type) -> Bool {
    result.storage.withSpan(of: S.self) { (outputs: Span<S>) in
      (0..<geometry.outputChannels).contains { output in
        !outputs[result.offset + output * result.strides[1]].isFinite
          && hasInfinity(output, S.self)
      }
    }
  }

  /// Whether any weight is not finite.
  var hasInfiniteWeight: Bool {
    (0..<geometry.outputChannels).contains { output in
      switch elementType {
      case .f32: hasInfinity(output, Float.self)
      case .f64: hasInfinity(output, Double.self)
      }
    }
  }

  /// Whether an output has a weight that is not finite.
  private func hasInfinity<S: Scalar>(_ output: Int, _: S.Type) -> Bool {
    let (sizes, strides) = (kernel.sizes, kernel.strides)
    return kernel.storage.withSpan(of: S.self) { (weights: Span<S>) in
      (0..<sizes[1] * sizes[2] * sizes[3]).contains { place in
        let (channel, tap) = place.quotientAndRemainder(dividingBy: sizes[2] * sizes[3])
        let (row, column) = tap.quotientAndRemainder(dividingBy: sizes[3])
        let start = kernel.offset + output * strides[0] + channel * strides[1]
        return !weights[start + row * strides[2] + column * strides[3]].isFinite
      }
    }
  }
}
