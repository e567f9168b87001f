import Convolution
import Tensors
import Windows

/// The products that a convolution, its gradients and the transposed ones are all made of:
///
///     output[n, o, r, s]  ·  image[n, c, row(r, i), column(s, j)]  ·  kernel[o, c, i, j]
///
/// Whichever two of the three are operands, a cell of the third is the sum over the products it is
/// in. A transposed convolution's input stands for the output, and its result for the image.
struct SlidingProducts {
  private let window: SlidingWindow
  private let images: Int
  /// How many channels of the image an output is in products with, and how many outputs a channel.
  private let groupChannels: Int
  private let groupOutputs: Int
  private let image: ImagePlaces
  private let kernel: KernelPlaces
  private let output: ImagePlaces
  /// The matrix that im2col makes of the image, to name its entries.
  private let columns: PatchLayout

  /// The products of a convolution.
  init(image: Shape, kernel: Shape, _ options: ConvolutionOptions) throws {
    let geometry = try ConvolutionGeometry(input: image, kernel: kernel, options: options)
    try self.init(
      geometry.window, images: geometry.images, channels: geometry.inputChannels,
      groupChannels: geometry.groupChannels, groupOutputs: geometry.groupOutputs,
      image: ImagePlaces(image, options.layout),
      kernel: KernelPlaces(
        kernel, options.layout, taps: geometry.window.kernel, flips: options.flips),
      output: ImagePlaces(geometry.result, options.layout))
  }

  /// The products of a transposed convolution of an input: the output's place.
  init(transposing input: Shape, kernel: Shape, _ options: TransposedConvolutionOptions) throws {
    let geometry = try TransposedGeometry(input: input, kernel: kernel, options: options)
    try self.init(
      geometry.window, images: geometry.images, channels: geometry.outputChannels,
      groupChannels: geometry.groupOutputs, groupOutputs: geometry.groupChannels,
      image: ImagePlaces(geometry.result, options.layout),
      kernel: KernelPlaces(kernel, options.layout, taps: geometry.window.kernel, flips: false),
      output: ImagePlaces(input, options.layout))
  }

  private init(
    _ window: SlidingWindow, images: Int, channels: Int, groupChannels: Int, groupOutputs: Int,
    image: ImagePlaces, kernel: KernelPlaces, output: ImagePlaces
  ) throws {
    self.window = window
    self.images = images
    self.groupChannels = groupChannels
    self.groupOutputs = groupOutputs
    self.image = image
    self.kernel = kernel
    self.output = output
    let shape = try Shape([images, channels, window.input.rows, window.input.columns])
    columns = try PatchLayout(image: shape, window: window, order: .columns)
  }

  /// The grid of how often each pixel is read.
  var coverage: CoverageGrid { get throws { try CoverageGrid(window) } }

  /// The kernel's rows and columns.
  var taps: Extent { window.kernel }

  /// Where the matrix that im2col makes of the image has what a product reads.
  func columnEntry(of product: SlidingProduct) -> CellIndex {
    columns.index(of: product.address)
  }

  /// The products of an output, padding included: channel by channel, tap by tap.
  func products(ofOutput index: CellIndex) -> [SlidingProduct] {
    let place = output.pixel(at: index)
    return (0..<groupChannels).flatMap { channel in
      (0..<window.kernel.rows).flatMap { tapRow in
        (0..<window.kernel.columns).map { tapColumn in
          product(
            place.image, output: place.channel, groupChannel: channel, tap: (tapRow, tapColumn),
            at: (place.row, place.column))
        }
      }
    }
  }

  /// The products of a weight, padding included: image by image, output by output.
  func products(ofKernel index: CellIndex) -> [SlidingProduct] {
    let weight = kernel.weight(at: index)
    return (0..<images).flatMap { image in
      (0..<window.output.rows).flatMap { row in
        (0..<window.output.columns).map { column in
          product(
            image, output: weight.kernel, groupChannel: weight.channel,
            tap: (weight.tapRow, weight.tapColumn), at: (row, column))
        }
      }
    }
  }

  /// The products of a pixel: output channel by output channel, each window by window.
  func products(ofImage index: CellIndex) -> [SlidingProduct] {
    let place = image.pixel(at: index)
    let (group, channel) = place.channel.quotientAndRemainder(dividingBy: max(1, groupChannels))
    let readers = window.readers(ofRow: place.row, column: place.column)
    return (group * groupOutputs..<(group + 1) * groupOutputs).flatMap { output in
      readers.map { reader in
        product(
          place.image, output: output, groupChannel: channel,
          tap: (reader.tapRow, reader.tapColumn), at: (reader.outputRow, reader.outputColumn))
      }
    }
  }

  private func product(
    _ image: Int, output: Int, groupChannel: Int, tap: (row: Int, column: Int),
    at position: (row: Int, column: Int)
  ) -> SlidingProduct {
    let channel = output / max(1, groupOutputs) * groupChannels + groupChannel
    let place = window.place(
      outputRow: position.row, outputColumn: position.column, tapRow: tap.row,
      tapColumn: tap.column)
    return SlidingProduct(
      image: place.isInside
        ? self.image.index(image: image, channel: channel, row: place.row, column: place.column)
        : nil,
      side: place.sideName,
      kernel: kernel.index(
        kernel: output, channel: groupChannel, tapRow: tap.row, tapColumn: tap.column),
      output: self.output.index(
        image: image, channel: output, row: position.row, column: position.column),
      address: PatchAddress(
        image: image, channel: channel, tapRow: tap.row, tapColumn: tap.column,
        outputRow: position.row, outputColumn: position.column))
  }
}
