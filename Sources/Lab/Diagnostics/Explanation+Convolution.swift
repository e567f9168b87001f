import Convolution
import Language
import Tensors
import Windows

extension Explanation {
  /// The words for an error about a convolution or a pool.
  init(_ error: ConvolutionError) {
    switch error {
    case .inputRank(let shape):
      self.init(
        "an input has 2, 3 or 4 dimensions, not \(shape.rank)", role: "input", note: "\(shape)")
    case .kernelRank(let shape):
      self.init(
        "a kernel has 4 dimensions, or 2 for one channel, not \(shape.rank)", role: "kernel",
        note: "\(shape)", help: "`reshape` it to outputs×channels×rows×columns")
    case .channels(let mismatch): self.init(mismatch)
    case .groupsNotPositive(let groups):
      self.init("\(groups) groups: at least 1 is due", role: "groups", help: "groups=1")
    case .groupsDoNotDivide(let groups, let channels, let role, let legal):
      let what = role == .kernel ? "output" : "input"
      self.init(
        "\(groups) groups do not divide \(channels) \(what) channels",
        notes: [("groups", ""), (role.rawValue, "\(channels) \(what) channels")],
        help: legal.map { "groups=\($0)" }.joined(separator: " or "))
    case .biasShape(let shape, let channels):
      self.init(
        "a bias has one number an output channel: \(channels), not \(shape)", role: "bias",
        note: "\(shape)")
    case .upstreamShape(let shape, let expected):
      self.init(
        "an upstream gradient has the result's shape: \(expected), not \(shape)", role: "upstream",
        note: "\(shape)")
    case .outputPadding(let amount, let stride, let dilation, let direction):
      self.init(
        amount < 0
          ? "output_pad \(amount) along the \(direction) is negative"
          : "output_pad \(amount) along the \(direction) is not below the stride \(stride) or the "
            + "dilation \(dilation)",
        role: "output_pad",
        help: max(stride, dilation) == 1
          ? "only 0 is left with stride 1: it picks one of the sizes that a conv brings here"
          : "0 to \(max(stride, dilation) - 1): it picks one of the sizes that a conv brings here")
    case .winograd(let algorithm, let obstacle): self.init(algorithm, obstacle)
    case .window(let error): self.init(error)
    case .tensor(let error): self.init(error)
    }
  }

  private init(_ algorithm: ConvolutionAlgorithm, _ obstacle: WinogradObstacle) {
    switch obstacle {
    case .kernel(let kernel):
      self.init(
        "\(algorithm) multiplies by 3x3 kernels, and this one is \(kernel)", role: "kernel",
        note: "\(kernel)", help: "algorithm=automatic takes any kernel")
    case .stride(let stride):
      self.init(
        "\(algorithm) slides its kernel by 1, not by \(stride)", role: "stride",
        help: "stride=1, or algorithm=automatic")
    case .dilation(let dilation):
      self.init(
        "\(algorithm) reads neighbouring pixels, not those of dilation \(dilation)",
        role: "dilation",
        help: "dilation=1, or algorithm=automatic")
    case .elementType(let type):
      self.init(
        "\(algorithm) computes in f32, and this is \(type)", role: "algorithm",
        help: "algorithm=automatic; or `f32` of the operands, where its rounding is enough")
    }
  }

  private init(_ mismatch: ChannelMismatch) {
    let edits = mismatch.remedies.map { remedy in
      switch remedy {
      case .layout(let layout): "layout=\(layout) fits"
      case .permuteInput(let axes):
        "`permute x \(Shape.spelledList(axes))` puts the channels where they are read"
      case .groups(let groups): "groups=\(groups) fits"
      }
    }
    self.init(
      "the kernel reads \(mismatch.expectedChannels) "
        + (mismatch.expectedChannels == 1 ? "channel" : "channels")
        + ", the input has \(mismatch.inputChannels)",
      notes: [("input", "\(mismatch.input)"), ("kernel", "% is \(mismatch.kernel)")],
      help: edits.isEmpty ? nil : edits.joined(separator: "\n"))
  }
}
