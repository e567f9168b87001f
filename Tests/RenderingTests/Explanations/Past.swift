import Convolution
import Kernels
import Provenance
import Tensors
import Windows

@testable import Rendering

/// Values with a past, to draw.
enum Past {
  static func counting(_ lengths: [Int]) throws -> Node {
    let shape = try Shape(lengths)
    return Node(try Tensor((0..<shape.count).map(Double.init), shape))
  }

  static func matrix(_ rows: [[Double]]) throws -> Node {
    Node(try Tensor(rows.flatMap(\.self), Shape([rows.count, rows[0].count])))
  }

  static func convolution(
    _ x: Node, _ k: Node, pad: Int = 0, stride: Int = 1, bias: Node? = nil
  ) throws -> Node {
    let options = ConvolutionOptions(
      stride: Extent(stride), padding: .explicit(PaddingSides(pad)))
    return try Node(ConvolutionOperation(options), Operands([x, k] + (bias.map { [$0] } ?? [])))
  }

  static func window(_ taps: Int, stride: Int = 1, pad: Int = 0) -> WindowOptions {
    WindowOptions(
      kernel: Extent(taps), stride: Extent(stride), padding: .explicit(PaddingSides(pad)),
      dilation: Extent(1))
  }

  /// A screen of 80 columns and 24 lines.
  static let screen = RenderContext.terminal(width: 80, height: 24)
}
