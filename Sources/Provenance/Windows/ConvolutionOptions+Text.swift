import Convolution
import Windows

extension ConvolutionOptions {
  /// What differs from the defaults, as the language spells it.
  var text: String {
    var options = OptionText()
    options.add("stride", stride, unless: Extent(1))
    options.add("pad", padding, unless: .all(0))
    options.add("dilation", dilation, unless: Extent(1))
    options.add("groups", groups, unless: 1)
    options.add("layout", layout, unless: .nchw)
    options.add("flip", flips, unless: false)
    options.add("algorithm", algorithm, unless: .automatic)
    return options.text
  }
}

extension TransposedConvolutionOptions {
  /// What differs from the defaults, as the language spells it.
  var text: String {
    var options = OptionText()
    options.add("stride", stride, unless: Extent(1))
    options.add("pad", padding, unless: .all(0))
    options.add("output_pad", outputPadding, unless: Extent(0))
    options.add("dilation", dilation, unless: Extent(1))
    options.add("groups", groups, unless: 1)
    options.add("layout", layout, unless: .nchw)
    options.add("algorithm", algorithm, unless: .automatic)
    return options.text
  }
}

extension PoolOptions {
  /// The window and what differs from the defaults, as the language spells it.
  func text(_ kernel: Extent) -> String {
    var options = OptionText(after: kernel.description)
    options.add("kind", kind, unless: .max)
    // Without the option the stride is the window.
    if let stride { options.add("stride", stride) }
    options.add("pad", padding, unless: .all(0))
    options.add("dilation", dilation, unless: Extent(1))
    options.add("ceil", roundsUp, unless: false)
    options.add("count_pad", countsPadding, unless: true)
    options.add("ties", ties, unless: .first)
    return options.text
  }
}
