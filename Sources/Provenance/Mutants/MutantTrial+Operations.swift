import Convolution
import Kernels
import Tensors
import Windows

extension MutantTrial {
  /// The largest trial, in products of one gradient.
  private static let mostProducts = 50_000_000

  /// Prepares a trial of a convolution.
  init(
    convolving x: Tensor, with k: Tensor, hasBias: Bool, _ options: ConvolutionOptions,
    seed: UInt64
  ) throws {
    let geometry = try ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options)
    let sizes = ReferenceSizes(
      images: geometry.images, channels: geometry.inputChannels,
      outputs: geometry.outputChannels, groups: geometry.groups, window: geometry.window)
    try Self.require(sizes)
    let isLast = options.layout == .nhwc
    let images = isLast && x.shape.rank > 2 ? try Self.channelsFirst(x) : x
    var kernel = isLast && k.shape.rank == 4 ? try k.permuted([3, 2, 0, 1]) : k
    if options.flips {
      kernel = try kernel.flipped([kernel.shape.rank - 2, kernel.shape.rank - 1])
    }
    var random = RandomSource(seed: seed)
    let reference = ReferenceConvolution(
      sizes: sizes, input: images.array, kernel: kernel.array,
      upstream: (0..<sizes.images * sizes.outputs * sizes.positions).map { _ in random.normal() })
    self.init(
      Mutant.convolution, sizes, ReferenceSteps(), hasBias: hasBias,
      reference: { try reference.gradient($0, $1) })
  }

  /// Prepares a trial of a pool.
  init(pooling x: Tensor, _ geometry: PoolGeometry, seed: UInt64) throws {
    let sizes = ReferenceSizes(
      images: geometry.images, channels: geometry.channels, outputs: geometry.channels,
      groups: geometry.channels, window: geometry.window)
    try Self.require(sizes)
    var random = RandomSource(seed: seed)
    let reference = ReferencePool(
      sizes: sizes, geometry: geometry, input: x.array,
      upstream: (0..<sizes.images * sizes.outputs * sizes.positions).map { _ in random.normal() })
    let options = geometry.options
    self.init(
      options.kind == .max ? Mutant.maxPool : Mutant.meanPool, sizes, Self.steps(for: options),
      hasBias: false,
      ties: options.kind == .max ? options.ties : nil, countsPadding: options.countsPadding,
      reference: { try reference.gradient($1) })
  }

  private static func require(_ sizes: ReferenceSizes) throws(ProvenanceError) {
    guard sizes.products <= mostProducts else { throw .tooManyProducts(sizes.products) }
  }

  /// An image or a batch with its channels last, with them first.
  private static func channelsFirst(_ x: Tensor) throws -> Tensor {
    try x.permuted(x.shape.rank == 4 ? [0, 3, 1, 2] : [2, 0, 1])
  }

  /// What a pool's options ask for.
  static func steps(for options: PoolOptions) -> ReferenceSteps {
    var steps = ReferenceSteps()
    if options.kind == .avg {
      steps.shares = { pixels, divisor in pixels.map { $0 == nil ? 0 : 1 / divisor } }
    } else if options.ties != .first {
      steps.shares = { pixels, _ in
        let largest = pixels.compactMap { $0 }.max()
        let count = options.ties == .all ? 1 : pixels.count { $0 != nil && $0 == largest }
        return pixels.map { $0 != nil && $0 == largest ? 1 / Double(count) : 0 }
      }
    }
    return steps
  }
}
