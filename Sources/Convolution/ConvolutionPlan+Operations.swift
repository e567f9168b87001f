public import Kernels
public import Tensors
public import Windows

extension ConvolutionPlan {
  /// Plans `conv`.
  ///
  /// - Throws: `ConvolutionError` as the convolution itself would, and where a count overflows.
  public init(
    convolving input: Shape, with kernel: Shape, options: ConvolutionOptions,
    _ elementType: ElementType
  ) throws(ConvolutionError) {
    let geometry = try ConvolutionGeometry(input: input, kernel: kernel, options: options)
    try ConvolutionGeometry.require(options.algorithm, computesIn: elementType)
    try self.init(
      .convolution(geometry.choice(for: options.algorithm, in: elementType)), geometry.window,
      input: input,
      kernel: kernel, result: geometry.result, images: geometry.images,
      channels: geometry.inputChannels, productsATap: geometry.outputChannels,
      geometry.groupChannels, elementType)
  }

  /// Plans `convtranspose`.
  ///
  /// - Throws: `ConvolutionError` as the transposed convolution itself would, and where a count
  ///   overflows.
  public init(
    transposing input: Shape, with kernel: Shape, options: TransposedConvolutionOptions,
    _ elementType: ElementType
  ) throws(ConvolutionError) {
    let geometry = try TransposedGeometry(input: input, kernel: kernel, options: options)
    let algorithm = options.algorithm == .automatic ? geometry.choice : options.algorithm
    try self.init(
      .transposed(algorithm), geometry.window, input: input, kernel: kernel,
      result: geometry.result, images: geometry.images, channels: geometry.outputChannels,
      productsATap: geometry.inputChannels, geometry.groupOutputs,
      outputPadding: options.outputPadding, elementType)
  }

  /// Plans `pool`.
  ///
  /// - Throws: `ConvolutionError` as the pool itself would, and where a count overflows.
  public init(
    pooling input: Shape, kernel: Extent, options: PoolOptions, _ elementType: ElementType
  ) throws(ConvolutionError) {
    let geometry = try PoolGeometry(input: input, kernel: kernel, options: options)
    try self.init(
      .pool(options.kind), geometry.window, input: input, kernel: nil, result: geometry.result,
      images: geometry.images, channels: geometry.channels, productsATap: geometry.channels, 1,
      elementType)
  }

  /// - Parameters:
  ///   - channels: those of the images that the window slides over.
  ///   - productsATap: two factors of how many products one tap takes part in at one output position
  ///     of one image.
  private init(
    _ operation: Operation, _ window: SlidingWindow, input: Shape, kernel: Shape?, result: Shape,
    images: Int, channels: Int, productsATap outputs: Int, _ groupChannels: Int,
    outputPadding: Extent? = nil, _ elementType: ElementType
  ) throws(ConvolutionError) {
    let (taps, positions) = (window.kernel, window.output)
    (macs, macsOnPixels, matrix) = try tensors { () throws(TensorError) in
      // `Shape` multiplies with a look at overflow.
      let macs = try Shape([
        images, outputs, groupChannels, positions.rows, positions.columns, taps.rows, taps.columns,
      ]).count
      let onPixels =
        macs == 0 ? 0 : images * outputs * groupChannels * window.rows.reads * window.columns.reads
      _ = try Shape([
        images, channels, positions.rows, positions.columns, taps.rows, taps.columns,
      ])
      let matrix = try Shape([
        channels * taps.rows * taps.columns, images * positions.rows * positions.columns,
      ])
      return (macs, onPixels, matrix)
    }
    self.operation = operation
    self.window = window
    self.result = result
    self.elementType = elementType
    rows = SizeDerivation(
      window.rows, reading: outputPadding.map { .backwards(outputPadding: $0.rows) } ?? .forwards)
    columns = SizeDerivation(
      window.columns,
      reading: outputPadding.map { .backwards(outputPadding: $0.columns) } ?? .forwards)
    inputBytes = input.count * elementType.byteCount
    kernelBytes = (kernel?.count ?? 0) * elementType.byteCount
    outputBytes = result.count * elementType.byteCount
    matrixBytes = matrix.count * elementType.byteCount
  }
}

extension WindowAxis {
  /// How many (output, tap) pairs lie on the image.
  fileprivate var reads: Int {
    (0..<taps).reduce(0) { $0 + outputs(inside: $1).count }
  }
}
