import Language
import Tensors
import Windows

extension Explanation {
  /// The words for an error about a window.
  init(_ error: WindowError) {
    switch error {
    case .emptyInput(let count, let direction):
      self.init("the input has \(count) \(direction)", role: "input")
    case .emptyKernel(let count, let direction):
      self.init("the kernel has \(count) \(direction)", role: "kernel")
    case .strideNotPositive(let stride, let direction):
      self.init(
        "stride \(stride) along the \(direction) is not above 0", role: "stride",
        help: "stride=1 reads every position")
    case .dilationNotPositive(let dilation, let direction):
      self.init(
        "dilation \(dilation) along the \(direction) is not above 0", role: "dilation",
        help: "dilation=1 has the taps side by side")
    case .negativePadding(let padding, let direction):
      self.init(
        "padding \(padding) along the \(direction) is negative", role: "pad",
        help: "a slice cuts rows and columns off: x[:, :, 1:-1, 1:-1]")
    case .kernelTooLarge(let kernel, let extent, let input, let padding, let remedies):
      self.init(kernel: kernel, extent, input, padding, remedies)
    case .windowOfPadding(let row, let column, let padding):
      self.init(
        "the window at output [\(row),\(column)] lies in the padding alone", role: "pad",
        note: "pad=\(padding)", help: "a smaller pad=, or ceil=false")
    case .overflow(let direction):
      self.init("a position along the \(direction) is more than can be counted")
    case .nothingLeft(let size, let padding, let direction):
      self.init(
        "of \(size) \(direction) the padding \(padding) leaves nothing", role: "pad",
        help: "a smaller pad= leaves some")
    case .imageRank(let shape):
      self.init(
        "an image has 2, 3 or 4 dimensions, not \(shape.rank)",
        role: "input", "image", note: "\(shape)")
    case .matrixShape(let shape, let expected):
      self.init(
        "the matrix is \(shape), and this image and window make \(expected)", role: "matrix",
        note: "\(shape)", help: "`order=` says how the matrix is laid out")
    case .tensor(let error): self.init(error)
    }
  }

  private init(
    kernel: Extent, _ extent: Extent, _ input: Extent, _ padding: PaddingSides,
    _ remedies: [WindowRemedy]
  ) {
    let padded = Extent(
      rows: input.rows + padding.top + padding.bottom,
      columns: input.columns + padding.left + padding.right)
    let reach = extent == kernel ? "" : ", which reaches over \(extent) with its dilation,"
    self.init(
      "kernel \(kernel)\(reach) is larger than the padded input \(padded)",
      notes: [
        ("input", "\(input), pad \(padding)"),
        ("kernel", extent == kernel ? "% is \(kernel)" : "% reaches over \(extent)"),
      ],
      help: Self.text(of: remedies, input))
  }

  private static func text(of remedies: [WindowRemedy], _ input: Extent) -> String? {
    let parts = remedies.map { remedy in
      let (edit, size) =
        switch remedy {
        case .padding(let padding, let size): ("pad=\(padding)", size)
        case .dilation(let dilation, let size): ("dilation=\(dilation.optionDescription)", size)
        case .kernel(let kernel, let size): ("a \(kernel) kernel", size)
        }
      return "\(edit) \(size == input ? "keeps" : "gives") \(size)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
