import Convolution
import Kernels
public import Provenance
import Tensors
import Windows

/// A value that was made cell by cell, or window by window, as a walk through its positions: what
/// `step` shows. A frame is a function of a position and of nothing else.
public struct StepScene {
  /// The positions there are: rows of outputs.
  public let rows: Int
  /// The positions there are: columns of outputs.
  public let columns: Int

  let node: Node
  let operation: any Operation
  let step: Step
  let names: NodeNames
  let choice: StepChoice
  /// Where the window lies that reads the first operand, if one slides over it.
  let window: SlidingWindow?
  /// The patches of an im2col matrix, which is walked through window by window.
  let patches: PatchLayout?
  let axes: PlaneAxes
  /// The plane of the result that is walked through.
  let plane: [Int]

  /// The smallest screen that a frame is drawn on.
  public static let leastWidth = 40
  /// The smallest screen that a frame is drawn on.
  public static let leastHeight = 14

  /// Prepares the walk through a value.
  ///
  /// - Throws: `StepError`, or what the value's operation throws about its geometry.
  public init(_ node: Node, names: NodeNames, choice: StepChoice = .init()) throws {
    guard let origin = node.origin else { throw StepError.leaf(node.value.shape) }
    let shape = node.value.shape
    guard shape.count > 0 else { throw StepError.noCells(shape) }
    self.node = node
    self.names = names
    self.choice = choice
    operation = origin.operation
    step = Step(to: node)
    axes = PlaneAxes(shape, of: nil, in: operation)
    switch operation {
    case let im2col as Im2colOperation:
      let image = step.shape(of: 0)
      let window = try im2col.window.window(over: image)
      let patches = try PatchLayout(image: image, window: window, order: im2col.order)
      (self.window, self.patches) = (window, patches)
      (rows, columns) = (window.output.rows, window.output.columns)
      plane = []
      try Self.require("image", choice.image, patches.images)
      try Self.require("channel", choice.channel, patches.channels)
      try Self.require("output", choice.output, 1)
    default:
      window = try Self.window(of: operation, step)
      patches = nil
      (rows, columns) = (axes.rows, axes.columns)
      plane = try Self.plane(axes, choice)
    }
  }

  /// The window of the operations whose outputs are its positions.
  private static func window(
    of operation: any Operation, _ step: Step
  ) throws -> SlidingWindow? {
    switch operation {
    case let operation as ConvolutionOperation:
      try ConvolutionGeometry(
        input: step.shape(of: 0), kernel: step.shape(of: 1), options: operation.convolution
      ).window
    case let operation as PoolOperation:
      try PoolGeometry(
        input: step.shape(of: 0), kernel: operation.kernel, options: operation.pool
      ).window
    default: nil
    }
  }

  /// The plane that an image and an output name: the first of two other dimensions is the image's.
  private static func plane(_ axes: PlaneAxes, _ choice: StepChoice) throws -> [Int] {
    var plane = Array(repeating: 0, count: axes.others.count)
    let counts = axes.others.map { axes.shape[$0] }
    let hasImages = counts.count > 1
    if hasImages {
      try require("image", choice.image, counts[0])
      plane[0] = choice.image
    } else {
      try require("image", choice.image, 1)
    }
    guard let last = counts.last else {
      try require("output", choice.output, 1)
      return plane
    }
    try require("output", choice.output, last)
    plane[plane.count - 1] = choice.output
    return plane
  }

  static func require(_ option: String, _ chosen: Int, _ count: Int) throws(StepError) {
    guard (0..<count).contains(chosen) else {
      throw .choice(option: option, chosen, count: count)
    }
  }

  /// What the walk goes through: `y = conv x k pad=1`.
  public var title: String { names.definition(of: node) }

  /// One frame, at most as wide and as high as the context's screen (80x24 where there is none).
  ///
  /// - Throws: `StepError.position`, or what working out a cell's terms throws.
  public func frame(row: Int, column: Int, _ context: RenderContext) throws -> String {
    guard (0..<rows).contains(row), (0..<columns).contains(column) else {
      throw StepError.position(row: row, column: column, rows: rows, columns: columns)
    }
    let width = context.arrangedWidth
    let height = context.height ?? RenderContext.assumedHeight
    guard width >= Self.leastWidth, height >= Self.leastHeight else {
      return "a frame takes \(Self.leastWidth)x\(Self.leastHeight) characters,\n"
        + "this screen has \(width)x\(height)"
    }
    let frame = try frame(row, column, width, height, context, digits: 3, isBrief: false)
    if frame.showsWholePatch { return frame.block.text }
    // Where there is little room, the numbers get shorter and the arithmetic too.
    return try self.frame(row, column, width, height, context, digits: 2, isBrief: true).block.text
  }

  private func frame(
    _ row: Int, _ column: Int, _ width: Int, _ height: Int, _ context: RenderContext,
    digits: Int, isBrief: Bool
  ) throws -> StepFrame {
    var inner = context
    inner.digits = context.digits ?? digits
    var frame = StepFrame(width: width, height: height, context: inner, isBrief: isBrief)
    let count = Quantity.count(rows * columns)
    frame.title = "step \(row * self.columns + column + 1) of \(count): \(title)"
    if patches != nil {
      addPatch(row, column, to: &frame)
    } else {
      let cell = axes.index(plane: plane, row: row, column: column)
      let terms = try node.terms(of: cell)
      try addCell(terms, row, column, to: &frame)
      let index = cell.rank == 0 ? "" : "\(cell)"
      let value = Scalars.text(terms.result, node.value.source.elementType, context)
      frame.sentences.append("\(names.name(of: node) ?? "result")\(index) = \(value)")
    }
    return frame
  }

  /// The relation between output, tap and input, with the numbers of a position.
  func relations(_ row: Int, _ column: Int) -> [String] {
    guard let window else { return [] }
    return [
      Self.relation("row", window.rows, row), Self.relation("column", window.columns, column),
    ]
  }

  private static func relation(_ what: String, _ axis: WindowAxis, _ output: Int) -> String {
    let taps = axis.taps == 1 ? "0" : "0..\(axis.taps - 1)"
    let first = axis.input(output: output, tap: 0)
    let last = axis.input(output: output, tap: axis.taps - 1)
    var text = "input \(what) = \(output) * stride \(axis.stride)"
    if axis.padBefore > 0 { text += " - pad \(axis.padBefore)" }
    text += " + tap \(taps)"
    if axis.dilation > 1 { text += " * dilation \(axis.dilation)" }
    return text + " = " + (first == last ? "\(first)" : "\(first)..\(last)")
  }
}
