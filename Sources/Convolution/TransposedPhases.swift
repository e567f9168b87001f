import Kernels
import Tensors
import Windows

/// The phases of a transposed convolution's result that have as many taps, and the one convolution
/// that computes them: an output channel of it is a channel of the result in one phase.
struct TransposedPhases: Sendable {
  /// The transposed convolution.
  let operands: TransposedOperands
  /// The phases, and the window that reads the operand for them.
  let mirror: MirroredWindow

  init(_ operands: TransposedOperands, _ mirror: MirroredWindow) {
    self.operands = operands
    self.mirror = mirror
  }

  private var geometry: TransposedGeometry { operands.geometry }

  /// Phases times the group's channels.
  private var groupChannels: Int {
    mirror.rowPhases.count * mirror.columnPhases.count * geometry.groupOutputs
  }

  private var channels: Int { geometry.groups * groupChannels }

  /// How many cells one image's phases have.
  var imageCount: Int { channels * mirror.window.output.rows * mirror.window.output.columns }

  /// The convolution of some of the images.
  func convolution(
    _ images: Range<Int>, kernel: Cells, into result: Cells
  ) throws(TensorError) -> ConvolutionOperands {
    let output = mirror.window.output
    return ConvolutionOperands(
      geometry: ConvolutionGeometry(
        images: images.count, groups: geometry.groups, inputChannels: geometry.inputChannels,
        outputChannels: channels, window: mirror.window, layout: geometry.layout,
        result: try Shape([images.count, channels, output.rows, output.columns])),
      input: operands.input.slice(0, images), kernel: kernel, bias: nil, result: result)
  }

  /// Cells for the convolution's result, images × channels × places.
  func scratch(images: Int) throws(TensorError) -> Cells {
    let output = mirror.window.output
    return switch geometry.layout {
    case .nchw:
      try Tensor.uninitialized(
        Shape([images, channels, output.rows, output.columns]), operands.elementType
      ).cells
    case .nhwc:
      try Tensor.uninitialized(
        Shape([images, output.rows, output.columns, channels]), operands.elementType
      ).cells.images(.nhwc)
    }
  }

  /// The kernel of the convolution: channels and operand change places, and each phase's taps run
  /// backwards. It is kept with the operand's kernel.
  func kernel() throws(TensorError) -> Cells {
    let shape = try kernelShape
    if let key {
      let form = try interruptible { () throws(Interrupted) in
        try operands.kernel.storage.form(key, count: shape.count, keeping: .fromFirstUse) {
          (target) throws(Interrupted) in
          try fill(Cells(target, lyingAs: shape).kernels(geometry.layout))
        }
      }
      if let form { return Cells(form, lyingAs: shape).kernels(geometry.layout) }
    }
    let kernel = try uninitializedKernel()
    try interruptible { () throws(Interrupted) in try fill(kernel) }
    return kernel
  }

  /// Cells for the kernel of the convolution, for `fill`.
  func uninitializedKernel() throws(TensorError) -> Cells {
    try Tensor.uninitialized(kernelShape, operands.elementType).cells.kernels(geometry.layout)
  }

  private var kernelShape: Shape {
    get throws(TensorError) {
      let (depth, taps) = (geometry.groupChannels, mirror.window.kernel)
      return switch geometry.layout {
      case .nchw: try Shape([channels, depth, taps.rows, taps.columns])
      case .nhwc: try Shape([taps.rows, taps.columns, depth, channels])
      }
    }
  }

  /// The kernel of the one phase of a stride of 1, read in place; nil where groups forbid it.
  var kernelWhereItLies: Cells? {
    guard geometry.groups == 1, geometry.window.stride == Extent(1) else { return nil }
    let (kernel, taps) = (operands.kernel, geometry.window.kernel)
    return kernel.restrided(
      by: (taps.rows - 1) * kernel.strides[2] + (taps.columns - 1) * kernel.strides[3],
      (kernel.sizes[1], kernel.strides[1]), (kernel.sizes[0], kernel.strides[0]),
      (taps.rows, -kernel.strides[2]), (taps.columns, -kernel.strides[3]))
  }

  /// What the kernel depends on; nil if it cannot be told in a few numbers.
  private var key: FormKey? {
    guard let rows = Self.mark(mirror.rowPhases), let columns = Self.mark(mirror.columnPhases)
    else { return nil }
    return FormKey(
      .mirrored, of: operands.kernel,
      options: SIMD4(rows, columns, geometry.groups, geometry.layout == .nchw ? 0 : 1))
  }

  /// Phases as a number: the tap that stands for each as a bit. Their steps and counts follow, but
  /// for the stride over which the taps are dealt out.
  private static func mark(_ phases: [WindowPhase]) -> Int? {
    guard let first = phases.first, first.tapStep < 1 << 15, first.taps < 1 << 15 else {
      return nil
    }
    var mark = first.tapStep << 15 | first.taps
    for phase in phases {
      guard phase.firstTap < 32 else { return nil }
      mark |= 1 << (30 + phase.firstTap)
    }
    return mark
  }

  /// Writes the kernel of the convolution.
  func fill(_ kernel: Cells) throws(Interrupted) {
    let (depth, taps) = (geometry.groupChannels, mirror.window.kernel)
    try forEachPhase { (rows, columns, place) throws(Interrupted) in
      let source = operands.kernel.strides
      let target = kernel.strides
      let lastRow = rows.firstTap + (rows.taps - 1) * rows.tapStep
      let lastColumn = columns.firstTap + (columns.taps - 1) * columns.tapStep
      try Elementwise.copy(
        operands.kernel.restrided(
          by: lastRow * source[2] + lastColumn * source[3],
          (geometry.groups, depth * source[0]), (geometry.groupOutputs, source[1]),
          (depth, source[0]), (taps.rows, -rows.tapStep * source[2]),
          (taps.columns, -columns.tapStep * source[3])),
        into: kernel.restrided(
          by: place * target[0],
          (geometry.groups, groupChannels * target[0]), (geometry.groupOutputs, target[0]),
          (depth, target[1]), (taps.rows, target[2]), (taps.columns, target[3])))
    }
  }

  /// Copies the convolution's result to where its pixels lie.
  func spread(_ product: Cells, over images: Range<Int>) throws(Interrupted) {
    let window = geometry.window
    let result = operands.result.slice(0, images)
    let firstRow = mirror.rowPhases.reduce(Int.max) { min($0, $1.places.lowerBound) }
    let firstColumn = mirror.columnPhases.reduce(Int.max) { min($0, $1.places.lowerBound) }
    try forEachPhase { (rows, columns, place) throws(Interrupted) in
      let source = product.strides
      let target = result.strides
      let row = window.rows.input(output: rows.places.lowerBound, tap: rows.firstTap)
      let column = window.columns.input(output: columns.places.lowerBound, tap: columns.firstTap)
      try Elementwise.copy(
        product.restrided(
          by: place * source[1] + (rows.places.lowerBound - firstRow) * source[2]
            + (columns.places.lowerBound - firstColumn) * source[3],
          (images.count, source[0]), (geometry.groups, groupChannels * source[1]),
          (geometry.groupOutputs, source[1]), (rows.places.count, source[2]),
          (columns.places.count, source[3])),
        into: result.restrided(
          by: row * target[2] + column * target[3],
          (images.count, target[0]), (geometry.groups, geometry.groupOutputs * target[1]),
          (geometry.groupOutputs, target[1]), (rows.places.count, window.rows.stride * target[2]),
          (columns.places.count, window.columns.stride * target[3])))
    }
  }

  /// Calls `body` with every phase and its first channel in a group of the convolution.
  private func forEachPhase(
    _ body: (WindowPhase, WindowPhase, Int) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var place = 0
    for rows in mirror.rowPhases {
      for columns in mirror.columnPhases {
        try body(rows, columns, place)
        place += geometry.groupOutputs
      }
    }
  }
}
