public import Kernels
public import Tensors
public import Windows

/// What a convolution, transposed convolution or pool would do and cost, from the shapes alone:
/// what `plan` shows.
public struct ConvolutionPlan: Hashable, Sendable {
  /// Which operation is planned, and what would run.
  public enum Operation: Hashable, Sendable {
    /// A convolution by an algorithm, with the reason for it.
    case convolution(AlgorithmChoice)
    /// A transposed convolution by an algorithm.
    case transposed(TransposedAlgorithm)
    /// A pool.
    case pool(PoolKind)
  }

  /// Which operation is planned.
  public let operation: Operation
  /// The geometry; read backwards by a transposed convolution.
  public let window: SlidingWindow
  /// How the result's rows came about.
  public let rows: SizeDerivation
  /// How the result's columns came about.
  public let columns: SizeDerivation
  /// The result's shape.
  public let result: Shape
  /// Multiply-adds: one for every output and tap, taps in the padding included, the bias not. Twice
  /// as many floating-point operations. For a pool, pixels compared or added, counted likewise.
  public let macs: Int
  /// Those of `macs` whose tap lies on a pixel.
  public let macsOnPixels: Int
  /// The type that is computed in.
  public let elementType: ElementType
  /// Bytes of the input.
  public let inputBytes: Int
  /// Bytes of the kernel, without the bias; 0 for a pool.
  public let kernelBytes: Int
  /// Bytes of the result.
  public let outputBytes: Int
  /// The im2col matrix (for all groups; a transposed convolution's is the one it would sum): rows
  /// C·kh·kw, columns N·oh·ow.
  public let matrix: Shape
  /// Bytes of that matrix.
  public let matrixBytes: Int

  /// How many times as large as the images the im2col matrix is.
  public var blowUp: Double {
    let images =
      if case .transposed = operation { outputBytes } else { inputBytes }
    return images == 0 ? 0 : Double(matrixBytes) / Double(images)
  }

  /// Floating-point operations, an addition and a multiplication a product; nil if they do not fit an
  /// `Int`.
  public var floatingPointOperations: Int? {
    let (operations, overflow) = macs.multipliedReportingOverflow(by: 2)
    return overflow ? nil : operations
  }
}
