import Kernels
public import Tensors
public import Windows

extension Pooling {
  /// The gradient of a pool's input.
  ///
  /// The upstream gradient of a maximum goes to the pixel that won the window, or as `options.ties`
  /// says where several are as large; that of a mean goes to all pixels of the window, divided as the
  /// sum was.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - x: the pool's input; a mean's gradient looks at its shape alone.
  ///   - kernel: the window's rows and columns.
  /// - Returns: a tensor of the input's shape and element type.
  /// - Throws: `ConvolutionError` as the pool does, and for an upstream of another shape.
  public static func inputGradient(
    upstream: Tensor, input x: Tensor, kernel: Extent, options: PoolOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try PoolGeometry(input: x.shape, kernel: kernel, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      let type = ElementType.promoted(upstream.elementType, x.elementType)
      let result = try Tensor.uninitialized(x.shape, type)
      let target = result.cells.images(.nchw)
      let source = try upstream.converted(to: type).contiguous().cells.images(.nchw)
      let windows = geometry.lowered
      switch options.kind {
      case .max:
        let pixels = try x.converted(to: type).contiguous().cells.images(.nchw)
        try interruptible { () throws(Interrupted) in
          try Pool.maximumGradient(
            upstream: source, of: pixels, windows, ties: options.ties.kernels, into: target)
        }
      case .avg:
        try interruptible { () throws(Interrupted) in
          try Pool.meanGradient(
            upstream: source, windows, dividedBy: geometry.divisors, into: target)
        }
      }
      return try result.converted(to: x.elementType)
    }
  }
}

extension TieRule {
  fileprivate var kernels: PoolTies {
    switch self {
    case .first: .first
    case .split: .split
    case .all: .all
    }
  }
}
