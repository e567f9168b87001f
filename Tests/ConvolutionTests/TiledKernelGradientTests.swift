import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// All operands are multiples of 1/16, so that every sum is exact whatever its order: results are
/// compared for equality.
@Suite struct TiledKernelGradientTests {
  /// The gradient by one of the routes, in NCHW and, from the same numbers, in NHWC.
  private func gradients(
    _ x: Tensor, _ u: Tensor, kernel: [Int], _ options: ConvolutionOptions,
    _ run: (KernelGradientOperands) throws -> Void
  ) throws -> [[Double]] {
    let first = try gradient(x, u, kernel: kernel, options, run)
    var options = options
    options.layout = .nhwc
    let last = try gradient(
      x.permuted([0, 2, 3, 1]).contiguous(), u.permuted([0, 2, 3, 1]).contiguous(),
      kernel: [kernel[2], kernel[3], kernel[1], kernel[0]], options, run)
    return try [first.array, last.permuted([3, 2, 0, 1]).array]
  }

  private func gradient(
    _ x: Tensor, _ u: Tensor, kernel: [Int], _ options: ConvolutionOptions,
    _ run: (KernelGradientOperands) throws -> Void
  ) throws -> Tensor {
    let shape = try Shape(kernel)
    let result = try Tensor.uninitialized(shape, x.elementType)
    try run(
      KernelGradientOperands(
        geometry: ConvolutionGeometry(input: x.shape, kernel: shape, options: options),
        upstream: u.cells.images(options.layout), input: x.cells.images(options.layout),
        result: result.cells.kernels(options.layout, flips: options.flips)))
    return result
  }

  private func check(_ small: SmallConvolution, flips: Bool = false) throws {
    let (x, u) = try (small.input(), small.upstream())
    var options = small.options()
    options.flips = flips
    let kernel = [
      small.outputs, small.groupChannels, small.window.kernel.rows, small.window.kernel.columns,
    ]
    let expected = try gradient(x, u, kernel: kernel, options, DirectKernelGradient.run).array
    for way in KernelGradient.Way.allCases {
      for type in ElementType.allCases {
        let found = try gradients(
          x.converted(to: type), u.converted(to: type), kernel: kernel, options
        ) { try TiledKernelGradient.run($0, by: way) }
        #expect(found[0] == expected)
        #expect(found[1] == expected)
      }
    }
  }

  @Test(
    "both ways give direct's gradient, in both layouts and types", arguments: SmallConvolution.all)
  func small(_ small: SmallConvolution) throws { try check(small) }

  @Test("so they do for a turned kernel", arguments: SmallConvolution.all)
  func turned(_ small: SmallConvolution) throws { try check(small, flips: true) }

  private func convolution(
    _ rows: Int, _ columns: Int, taps: Int = 3, stride: Int = 1, padding: Int = 1, images: Int = 1,
    groups: Int = 1, channels: Int = 2, outputs: Int = 3
  ) throws -> SmallConvolution {
    SmallConvolution(
      window: try SlidingWindow(
        input: Extent(rows: rows, columns: columns), kernel: Extent(taps), stride: Extent(stride),
        padding: .all(padding)),
      images: images, groups: groups, groupChannels: channels, groupOutputs: outputs)
  }

  @Test("any number of outputs fills its tiles", arguments: 1...140)
  func outputs(_ outputs: Int) throws {
    try check(convolution(4, 5, images: 2, outputs: outputs))
    try check(convolution(3, 3, taps: 1, padding: 0, groups: 2, channels: 3, outputs: outputs))
  }

  @Test("any number of taps does", arguments: 1...40, [2, 20, 40, 70])
  func channels(_ channels: Int, _ outputs: Int) throws {
    try check(convolution(4, 3, taps: 2, images: 2, channels: channels, outputs: outputs))
    try check(convolution(5, 4, taps: 1, padding: 0, channels: channels, outputs: outputs))
  }

  @Test("bands, chunks and parts add up", arguments: [1, 2], [0, 2])
  func bands(_ stride: Int, _ padding: Int) throws {
    for (images, side) in [(1, 61), (7, 17), (2, 40), (40, 9)] {
      try check(
        convolution(
          side, side + 3, stride: stride, padding: padding, images: images, channels: 19,
          outputs: 66))
      try check(
        convolution(
          side, side + 3, taps: 5, stride: stride, padding: padding, images: images, groups: 3,
          channels: 2, outputs: 17))
    }
  }

  @Test("one row of many outputs is a band", arguments: [0, 1])
  func longRow(_ padding: Int) throws {
    try check(convolution(2, 5000, taps: 2, padding: padding, channels: 3, outputs: 9))
  }

  @Test(
    "NaN and infinity go where plain loops take them", arguments: [Double.nan, .infinity],
    [0, 1, 2])
  func notFinite(_ value: Double, _ padding: Int) throws {
    let small = try convolution(5, 6, padding: padding, images: 2, channels: 2, outputs: 5)
    let (x, u) = try (small.input(), small.upstream())
    let spoiled = { (tensor: Tensor, place: Int) throws -> Tensor in
      let copy = try tensor.copied(to: .f64)
      copy.cells.storage[place] = value
      return copy
    }
    for place in stride(from: 0, to: x.shape.count, by: 7) {
      try checkNotFinite(small, spoiled(x, place), u)
    }
    for place in stride(from: 0, to: u.shape.count, by: 7) {
      try checkNotFinite(small, x, spoiled(u, place))
    }
  }

  private func checkNotFinite(_ small: SmallConvolution, _ x: Tensor, _ u: Tensor) throws {
    let kernel = [small.outputs, small.groupChannels, 3, 3]
    let expected = try gradient(x, u, kernel: kernel, small.options(), DirectKernelGradient.run)
    for way in KernelGradient.Way.allCases {
      for type in ElementType.allCases {
        let found = try gradients(
          x.converted(to: type), u.converted(to: type), kernel: kernel, small.options()
        ) { try TiledKernelGradient.run($0, by: way) }
        for found in found { #expect(same(found, expected.array)) }
      }
    }
  }

  private func same(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }

  @Test("views of any strides are read and written")
  func views() throws {
    let small = try convolution(7, 6, images: 2, channels: 3, outputs: 20)
    let kernel = [20, 3, 3, 3]
    let (x, u) = try (small.input(), small.upstream())
    let expected = try gradient(x, u, kernel: kernel, small.options(), DirectKernelGradient.run)
    // Rows and columns change places in memory, not in the view.
    let (turnedX, turnedU) = try (
      x.permuted([0, 1, 3, 2]).contiguous().permuted([0, 1, 3, 2]),
      u.permuted([3, 1, 0, 2]).contiguous().permuted([2, 1, 3, 0])
    )
    for way in KernelGradient.Way.allCases {
      let found = try gradient(turnedX, turnedU, kernel: kernel, small.options()) {
        try TiledKernelGradient.run($0, by: way)
      }
      #expect(found.array == expected.array)
    }
  }

  @Test(
    "strips of columns overlap as rows need", arguments: 1...40, [(1, 1), (2, 1), (1, 2), (3, 2)])
  func widths(_ width: Int, _ steps: (stride: Int, dilation: Int)) throws {
    for (taps, padding) in [(Extent(3), 1), (Extent(5), 2), (Extent(rows: 7, columns: 3), 0)] {
      let axis = { (input: Int, taps: Int) in
        try WindowAxis(
          input: input, taps: taps, stride: steps.stride, dilation: steps.dilation,
          padding: (padding, padding))
      }
      let (rows, columns) = try (axis(14, taps.rows), axis(width, taps.columns))
      guard let window = try? SlidingWindow(rows: rows, columns: columns) else { continue }
      try check(
        SmallConvolution(window: window, images: 2, groups: 3, groupChannels: 1, groupOutputs: 2))
    }
  }

  @Test("a far dilation is no reason to copy its padding")
  func farDilation() throws {
    let far = 100_000
    let window = try SlidingWindow(
      input: Extent(3), kernel: Extent(3), padding: .all(far), dilation: Extent(far))
    try check(
      SmallConvolution(window: window, images: 1, groups: 1, groupChannels: 2, groupOutputs: 2))
  }

  @Test("many small images share a band")
  func manyImages() throws {
    try check(convolution(9, 9, taps: 11, padding: 1, images: 700, channels: 3, outputs: 9))
  }

  @Test("it stops when asked to")
  func interruption() throws {
    let small = try convolution(7, 6, images: 2, channels: 3, outputs: 20)
    let (x, u) = try (small.input(), small.upstream())
    for way in KernelGradient.Way.allCases {
      #expect(throws: TensorError.interrupted) {
        try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 0)) {
          _ = try gradient(x, u, kernel: [20, 3, 3, 3], small.options()) {
            try TiledKernelGradient.run($0, by: way)
          }
        }
      }
    }
  }
}
