public import Tensors
public import Windows

/// A window as the verbs spell it, before it meets an image.
public struct WindowOptions: Hashable, Sendable {
  /// The window's rows and columns.
  public var kernel: Extent
  /// Rows and columns from one window to the next.
  public var stride: Extent
  /// How the image is padded.
  public var padding: Padding
  /// Rows and columns from one tap to the next.
  public var dilation: Extent

  /// Makes options.
  public init(kernel: Extent, stride: Extent, padding: Padding, dilation: Extent) {
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }

  /// The geometry for an image.
  ///
  /// - Throws: `WindowError` if the window does not slide over it.
  public func window(over image: Shape) throws(WindowError) -> SlidingWindow {
    guard (2...4).contains(image.rank) else { throw .imageRank(image) }
    return try SlidingWindow(
      input: Extent(rows: image[image.rank - 2], columns: image[image.rank - 1]), kernel: kernel,
      stride: stride, padding: padding, dilation: dilation)
  }

  /// The window and what differs from the defaults, as the language spells it.
  public var text: String {
    var options = OptionText(after: kernel.description)
    options.add("stride", stride, unless: Extent(1))
    options.add("pad", padding, unless: .all(0))
    options.add("dilation", dilation, unless: Extent(1))
    return options.text
  }
}
