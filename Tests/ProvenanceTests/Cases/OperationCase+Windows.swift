import Convolution
import Provenance
import Tensors
import Windows

extension OperationCase {
  static let unrolled: [OperationCase] = PatchOrder.allCases.flatMap { order in
    let options = [
      WindowOptions(
        kernel: Extent(2), stride: Extent(1), padding: .valid, dilation: Extent(1)),
      WindowOptions(
        kernel: Extent(rows: 2, columns: 3), stride: Extent(rows: 2, columns: 1),
        padding: .explicit(PaddingSides(top: 1, left: 0, bottom: 0, right: 2)),
        dilation: Extent(rows: 1, columns: 2)),
      WindowOptions(kernel: Extent(2), stride: Extent(2), padding: .same, dilation: Extent(1)),
    ]
    let images = [numbers(2, 2, 3, 4), numbers(2, 3, 5), numbers(3, 3)]
    return zip(options, images).flatMap { window, image in
      let im2col = OperationCase(Im2colOperation(window, order: order), image)
      // A matrix of other numbers than im2col's.
      let matrix = fixture { try im2col.value([:]) }
      let cells = tensor(numbers(matrix.shape.count, seed: 3).array, matrix.shape.lengths)
      return [
        im2col, OperationCase(Col2imOperation(image.shape, window, order: order), cells),
      ]
    }
  }

  private static let convolutionOptions: [ConvolutionOptions] = [
    ConvolutionOptions(),
    ConvolutionOptions(stride: Extent(2), padding: .all(1)),
    ConvolutionOptions(
      stride: Extent(rows: 2, columns: 1),
      padding: .explicit(PaddingSides(top: 0, left: 2, bottom: 1, right: 0))),
    ConvolutionOptions(padding: .full, dilation: Extent(rows: 1, columns: 2)),
    ConvolutionOptions(padding: .same, flips: true),
  ]

  static let convolutions: [OperationCase] =
    convolutionOptions.flatMap { options in
      [
        convolution(options, numbers(1, 2, 4, 4), numbers(2, 2, 2, 3, seed: 2)),
        convolution(options, numbers(3, 4), numbers(2, 2, seed: 2)),
        convolution(
          options.with { $0.groups = 2 }, numbers(2, 2, 3, 3), numbers(4, 1, 2, 2, seed: 2)),
        convolution(
          options.with { $0.layout = .nhwc }, numbers(1, 3, 4, 2), numbers(2, 2, 2, 3, seed: 2)),
      ].flatMap { $0 }
    }
    + convolution(.init(), numbers(2, 3, 3), numbers(2, 2, 2, 2, seed: 2))
    + convolution(.init(), numbers(3, 3), numbers(2, 1, 2, 2, seed: 2))
    + convolution(.init(layout: .nhwc), numbers(3, 3, 2), numbers(2, 2, 2, 2, seed: 2))

  /// A convolution without and with a bias, and its gradients by every route.
  private static func convolution(
    _ options: ConvolutionOptions, _ x: Tensor, _ k: Tensor
  ) -> [OperationCase] {
    let forward = OperationCase(ConvolutionOperation(options), x, k)
    let y = fixture { try forward.value([:]) }
    let geometry = fixture {
      try ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options)
    }
    let bias = numbers(geometry.outputChannels, seed: 3)
    let u = tensor(numbers(y.shape.count, seed: 4).array, y.shape.lengths)
    return [
      forward, OperationCase(ConvolutionOperation(options), x, k, bias),
      OperationCase(ConvolutionKernelGradientOperation(options, kernel: k.shape), x, u),
    ]
      + InputGradientRoute.general.map { route in
        OperationCase(
          ConvolutionInputGradientOperation(options, input: x.shape, route: route), k, u)
      }
  }

  static let transposed: [OperationCase] = [
    TransposedConvolutionOptions(),
    TransposedConvolutionOptions(stride: Extent(2), padding: .all(1), outputPadding: Extent(1)),
    TransposedConvolutionOptions(
      stride: Extent(rows: 2, columns: 1),
      padding: .explicit(PaddingSides(top: 0, left: 1, bottom: 1, right: 0))),
    TransposedConvolutionOptions(
      stride: Extent(2), padding: .same, dilation: Extent(rows: 1, columns: 2)),
    TransposedConvolutionOptions(outputPadding: Extent(1), dilation: Extent(2)),
  ].flatMap { options in
    [
      transposed(options, numbers(1, 2, 2, 3), numbers(2, 2, 2, 3, seed: 2)),
      transposed(options, numbers(3, 3), numbers(2, 2, seed: 2)),
      transposed(
        options.with { $0.groups = 2 }, numbers(2, 2, 2, 2), numbers(2, 2, 2, 2, seed: 2)),
      transposed(
        options.with { $0.layout = .nhwc }, numbers(2, 3, 2), numbers(2, 2, 3, 2, seed: 2)),
    ].flatMap { $0 }
  }

  private static func transposed(
    _ options: TransposedConvolutionOptions, _ x: Tensor, _ k: Tensor
  ) -> [OperationCase] {
    let forward = OperationCase(TransposedConvolutionOperation(options), x, k)
    let y = fixture { try forward.value([:]) }
    let geometry = fixture {
      try TransposedGeometry(input: x.shape, kernel: k.shape, options: options)
    }
    let bias = numbers(geometry.outputChannels, seed: 3)
    let u = tensor(numbers(y.shape.count, seed: 4).array, y.shape.lengths)
    return [
      forward, OperationCase(TransposedConvolutionOperation(options), x, k, bias),
      OperationCase(TransposedInputGradientOperation(options, input: x.shape), k, u),
      OperationCase(TransposedKernelGradientOperation(options, kernel: k.shape), x, u),
    ]
  }

  static let pools: [OperationCase] =
    [
      PoolOptions(), PoolOptions(stride: Extent(1)),
      PoolOptions(stride: Extent(2), padding: .all(1), roundsUp: true),
      PoolOptions(stride: Extent(rows: 1, columns: 2), dilation: Extent(rows: 2, columns: 1)),
      PoolOptions(
        stride: Extent(2), padding: .explicit(PaddingSides(top: 1, left: 0, bottom: 0, right: 1)),
        countsPadding: false),
    ].flatMap { options in
      [(numbers(2, 2, 3, 4), Extent(2)), (numbers(2, 4, 3), Extent(rows: 2, columns: 2))]
        .flatMap { x, kernel in pool(options, x, kernel) }
    } + pool(PoolOptions(kind: .max, stride: Extent(1)), numbers(3, 4), Extent(rows: 1, columns: 3))

  /// Ties have a kink: their gradient is no limit of differences, but terms and readers keep the laws.
  static let ties: [OperationCase] = TieRule.allCases.flatMap { ties in
    let x = tensor([1, 2, 2, 0, 2, 2, 2, 2, 1, 1, 1, 1], [3, 4])
    let options = PoolOptions(stride: Extent(1), ties: ties)
    let u = numbers(2, 3, seed: 4)
    return [
      OperationCase(PoolOperation(kernel: Extent(2), options), x),
      OperationCase(MaxPoolGradientOperation(kernel: Extent(2), options), x, u),
      OperationCase(PoolWinnersOperation(kernel: Extent(2), options), x, numbers(3, 4, seed: 5)),
    ]
  }

  private static func pool(
    _ options: PoolOptions, _ x: Tensor, _ kernel: Extent
  ) -> [OperationCase] {
    let largest = options.with { $0.kind = .max }
    let mean = options.with { $0.kind = .avg }
    let forward = OperationCase(PoolOperation(kernel: kernel, largest), x)
    let y = fixture { try forward.value([:]) }
    let u = tensor(numbers(y.shape.count, seed: 4).array, y.shape.lengths)
    let other = tensor(numbers(x.shape.count, seed: 5).array, x.shape.lengths)
    return [
      forward, OperationCase(PoolOperation(kernel: kernel, mean), x),
      OperationCase(AveragePoolGradientOperation(kernel: kernel, mean, input: x.shape), u),
    ]
      + TieRule.allCases.flatMap { ties in
        let options = largest.with { $0.ties = ties }
        return [
          OperationCase(MaxPoolGradientOperation(kernel: kernel, options), x, u),
          OperationCase(PoolWinnersOperation(kernel: kernel, options), x, other),
        ]
      }
  }
}

/// Options with a change.
protocol Changeable {}
extension Changeable {
  func with(_ change: (inout Self) -> Void) -> Self {
    var changed = self
    change(&changed)
    return changed
  }
}
extension ConvolutionOptions: Changeable {}
extension TransposedConvolutionOptions: Changeable {}
extension PoolOptions: Changeable {}
