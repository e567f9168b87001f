import Kernels
import Tensors
import Windows

@testable import Convolution

/// A small convolution: a geometry with a number of images, channels and groups.
struct SmallConvolution: Sendable, CustomStringConvertible {
  let window: SlidingWindow
  let images: Int
  let groups: Int
  let groupChannels: Int
  let groupOutputs: Int

  var channels: Int { groups * groupChannels }
  var outputs: Int { groups * groupOutputs }

  func options(
    _ algorithm: ConvolutionAlgorithm = .direct, _ layout: ImageLayout = .nchw
  ) -> ConvolutionOptions {
    ConvolutionOptions(
      stride: window.stride, padding: .explicit(window.sides), dilation: window.dilation,
      groups: groups, layout: layout, algorithm: algorithm)
  }

  func input() throws -> Tensor {
    try sixteenths([images, channels, window.input.rows, window.input.columns], seed: 1)
  }

  func kernel() throws -> Tensor {
    try sixteenths([outputs, groupChannels, window.kernel.rows, window.kernel.columns], seed: 2)
  }

  func bias() throws -> Tensor { try sixteenths([outputs], seed: 3) }

  func upstream() throws -> Tensor {
    try sixteenths([images, outputs, window.output.rows, window.output.columns], seed: 4)
  }

  var description: String {
    "\(images)x\(channels)x\(window.input) by \(outputs)x\(groupChannels)x\(window.kernel)"
      + " stride=\(window.stride) pad=\(window.sides) dilation=\(window.dilation) groups=\(groups)"
  }

  /// Inputs 1…6, kernels 1…3, strides 1…3, dilations 1…2, paddings 0…2: every legal combination on
  /// one axis, each beside another on the other.
  static let all: [SmallConvolution] = {
    var axes: [WindowAxis] = []
    for input in 1...6 {
      for taps in 1...3 {
        for (stride, dilation) in [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (3, 2)] {
          for padding in [(0, 0), (0, 1), (1, 1), (2, 0), (1, 2)] {
            let axis = try? WindowAxis(
              input: input, taps: taps, stride: stride, dilation: dilation, padding: padding)
            if let axis, axis.output > 0 { axes.append(axis) }
          }
        }
      }
    }
    let channels = [(1, 1, 1, 1), (2, 1, 2, 3), (1, 2, 1, 1), (3, 2, 2, 1), (2, 3, 1, 2)]
    return axes.indices.compactMap { place in
      let other = axes[(place * 37 + 11) % axes.count]
      let (images, groups, inputs, outputs) = channels[place % channels.count]
      return (try? SlidingWindow(rows: axes[place], columns: other)).map {
        SmallConvolution(
          window: $0, images: images, groups: groups, groupChannels: inputs,
          groupOutputs: outputs)
      }
    }
  }()
}
