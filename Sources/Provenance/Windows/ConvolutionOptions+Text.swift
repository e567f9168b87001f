import Convolution
import Windows

extension ConvolutionOptions {
  /// What differs from the defaults, as the language spells it.
  var text: String {
    var parts: [String] = []
    if stride != Extent(1) { parts.append("stride=\(stride.optionDescription)") }
    if padding != .all(0) { parts.append("pad=\(padding)") }
    if dilation != Extent(1) { parts.append("dilation=\(dilation.optionDescription)") }
    if groups != 1 { parts.append("groups=\(groups)") }
    if layout != .nchw { parts.append("layout=\(layout)") }
    if flips { parts.append("flip=true") }
    if algorithm != .automatic { parts.append("algorithm=\(algorithm)") }
    return parts.joined(separator: " ")
  }
}

extension TransposedConvolutionOptions {
  /// What differs from the defaults, as the language spells it.
  var text: String {
    var parts: [String] = []
    if stride != Extent(1) { parts.append("stride=\(stride.optionDescription)") }
    if padding != .all(0) { parts.append("pad=\(padding)") }
    if outputPadding != Extent(0) {
      parts.append("output_pad=\(outputPadding.optionDescription)")
    }
    if dilation != Extent(1) { parts.append("dilation=\(dilation.optionDescription)") }
    if groups != 1 { parts.append("groups=\(groups)") }
    if layout != .nchw { parts.append("layout=\(layout)") }
    if algorithm != .automatic { parts.append("algorithm=\(algorithm)") }
    return parts.joined(separator: " ")
  }
}

extension PoolOptions {
  /// The window and what differs from the defaults, as the language spells it.
  func text(_ kernel: Extent) -> String {
    var parts = [kernel.description]
    if kind != .max { parts.append("kind=\(kind)") }
    if let stride { parts.append("stride=\(stride.optionDescription)") }
    if padding != .all(0) { parts.append("pad=\(padding)") }
    if dilation != Extent(1) { parts.append("dilation=\(dilation.optionDescription)") }
    if roundsUp { parts.append("ceil=true") }
    if !countsPadding { parts.append("count_pad=false") }
    if ties != .first { parts.append("ties=\(ties)") }
    return parts.joined(separator: " ")
  }
}
