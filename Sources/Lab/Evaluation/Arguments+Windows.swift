import Convolution
import Kernels
import Language
import Provenance
import Tensors
import Windows

extension Arguments {
  /// The type of new values.
  var elementType: ElementType { session.settings.elementType }

  /// The `layout=` option.
  var layout: ImageLayout { ImageLayout(rawValue: word("layout")) ?? .nchw }

  /// An order's option.
  func order(_ name: String) -> PatchOrder { PatchOrder(rawValue: word(name)) ?? .columns }

  /// The window of an operand, with the options around it.
  func windowOptions(at place: Int) throws -> WindowOptions {
    WindowOptions(
      kernel: try extent(place), stride: try extent("stride") ?? Extent(1), padding: try padding(),
      dilation: try extent("dilation") ?? Extent(1))
  }

  /// Rows or columns: `rows=10:20`, or one of them; nil if the option was not given.
  func range(_ name: String) throws -> SliceItem? {
    guard let items = try items(name) else { return nil }
    if items.count == 1 {
      switch items[0] {
      case .all, .at, .range(_, _, step: 1): return items[0]
      case .range: break
      }
    }
    throw Explanation(
      "`\(name)` takes one range", role: name, help: "for example `\(name)=10:20`")
  }

  /// What an operand that is a name binds, and the value it has now.
  func binding(_ place: Int) throws -> (target: Target, node: Node) {
    guard case .name(let target) = site.operands[place] else {
      throw Diagnostic("a name is due here", at: expression(place).span)
    }
    guard let node = session.node(of: target) else {
      let name = session.name(of: target)
      throw Diagnostic(
        "`\(name)` has no value", at: expression(place).span,
        help: Nearest.match(name, among: session.boundNames).map { "did you mean `\($0)`?" })
    }
    return (target, node)
  }
}

// MARK: - The options of conv, convtranspose and pool, which `plan` reads too

extension Arguments {
  /// Refuses a shape that is written where a kernel's cells are due.
  func refuseShapeAsKernel() throws {
    let kernel = expression(1)
    guard case .shape = kernel.kind else { return }
    let shape = session.source.text(kernel.span)
    throw Explanation(
      "\(shape) is a shape, and a kernel is due", role: "kernel",
      help: "`ones \(shape)` makes a kernel of it")
  }

  /// `conv`'s options.
  func convolutionOptions() throws -> ConvolutionOptions {
    ConvolutionOptions(
      stride: try extent("stride") ?? Extent(1), padding: try padding(),
      dilation: try extent("dilation") ?? Extent(1), groups: try integer("groups") ?? 1,
      layout: layout, flips: try flag("flip"),
      algorithm: ConvolutionAlgorithm(rawValue: word("algorithm")) ?? .automatic)
  }

  /// `convtranspose`'s options.
  func transposedConvolutionOptions() throws -> TransposedConvolutionOptions {
    TransposedConvolutionOptions(
      stride: try extent("stride") ?? Extent(1), padding: try padding(),
      outputPadding: try extent("output_pad") ?? Extent(0),
      dilation: try extent("dilation") ?? Extent(1), groups: try integer("groups") ?? 1,
      layout: layout)
  }

  /// `pool`'s options.
  func poolOptions() throws -> PoolOptions {
    PoolOptions(
      kind: PoolKind(rawValue: word("kind")) ?? .max, stride: try extent("stride"),
      padding: try padding(), dilation: try extent("dilation") ?? Extent(1),
      roundsUp: try flag("ceil"), countsPadding: try flag("count_pad"),
      ties: TieRule(rawValue: word("ties")) ?? .first)
  }
}
