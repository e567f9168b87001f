import Kernels
import Tensors
import Windows

/// 3×3 kernels by Winograd's algorithm, and another way where an operand is not finite.
enum WinogradConvolution {
  /// Writes the result, by tiles of `edge` × `edge` outputs.
  static func run(_ operands: ConvolutionOperands, edge: Int) throws(TensorError) {
    let shape = operands.geometry.winogradShape
    let isFinite = try interruptible { () throws(Interrupted) in
      try Winograd.convolve(
        operands.input, with: operands.kernel, bias: operands.bias, into: operands.result, shape,
        edge: edge)
    }
    // Sums of pixels and of weights carry an infinity where it does not belong.
    if !isFinite { try ImplicitConvolution.run(operands) }
  }
}

extension ConvolutionGeometry {
  /// The numbers that Winograd's algorithm needs.
  var winogradShape: WinogradShape {
    WinogradShape(
      images: images, groups: groups, channels: groupChannels, outputs: groupOutputs,
      inputRows: window.input.rows, inputColumns: window.input.columns,
      outputRows: window.output.rows, outputColumns: window.output.columns,
      firstRow: window.rows.input(output: 0, tap: 0),
      firstColumn: window.columns.input(output: 0, tap: 0))
  }

  /// Below so many channels or outputs a group, transforming pixels takes longer than it saves.
  static let fewWinogradChannels = 24
  /// Below so many tiles, transformed weights, which are larger than the kernel, would be read for
  /// too few products.
  static let fewWinogradTiles = 16

  /// Below so many channels or outputs a group, the same holds of a kernel gradient.
  static let fewWinogradGradientChannels = 16
  /// Beginning a kernel gradient's sums and transforming them back takes as long as the products of
  /// so many tiles.
  static let winogradGradientEnds = 24.0

  /// Whether F(2×2, 3×3) is likely faster than any other algorithm, in f32.
  var suitsWinograd: Bool {
    min(groupChannels, groupOutputs) >= Self.fewWinogradChannels
      && winogradTiles >= Double(Self.fewWinogradTiles)
  }

  /// Whether F(3×3, 2×2) is likely the fastest way to the kernel gradient, in f32.
  var suitsWinogradGradient: Bool {
    guard min(groupChannels, groupOutputs) >= Self.fewWinogradGradientChannels else { return false }
    let tiles = winogradTiles
    let positions = Double(images) * Double(window.output.rows) * Double(window.output.columns)
    // 16 products a tile and their transforms, or 9 a position.
    return tiles > 0 && 16 * (tiles + Self.winogradGradientEnds) < 0.7 * 9 * positions
  }

  /// Tiles of 2×2 outputs; none where Winograd's algorithm is of no use.
  private var winogradTiles: Double {
    guard window.winogradObstacle == nil, layout == .nchw else { return 0 }
    return Double(images) * Double((window.output.rows + 1) / 2)
      * Double((window.output.columns + 1) / 2)
  }
}
