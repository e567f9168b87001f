import Convolution
import Kernels
import Tensors

/// The numbers a case is run on, and what the result should be.
///
/// Pixels are normal, weights He's, so that results are near 1 and errors comparable. Both types
/// get the same numbers: those that f32 holds.
struct BenchOperands {
  let bench: BenchCase
  private let x: Tensor
  private let k: Tensor
  private let bias: Tensor
  private let reference: Tensor

  init(_ bench: BenchCase) throws {
    var random = RandomSource(seed: 1)
    self.bench = bench
    x = try .normal(Shape(bench.input), .f32, using: &random)
    let inputs = bench.kernel.dropFirst().reduce(1, *)
    let deviation = (2 / Double(inputs)).squareRoot()
    k = try .normal(Shape(bench.kernel), .f32, deviation: deviation, using: &random)
    bias = try .normal(Shape([bench.kernel[0]]), .f32, using: &random)
    reference = try Convolution.forward(
      x.converted(to: .f64), k.converted(to: .f64), bias: bias.converted(to: .f64),
      options: bench.options(.direct))
  }

  /// The pixels, weights and bias in a type.
  func operands(_ type: ElementType) throws -> (x: Tensor, k: Tensor, bias: Tensor) {
    try (x.copied(to: type), k.copied(to: type), bias.copied(to: type))
  }

  /// The largest distance of a result from what plain loops in f64 find.
  func error(of result: Tensor) throws -> Double {
    let result = try result.copied(to: .f64)
    var largest = 0.0
    result.cells.storage.withSpan(of: Double.self) { found in
      reference.cells.storage.withSpan(of: Double.self) { expected in
        for index in 0..<reference.shape.count {
          let distance = (found[index] - expected[index]).magnitude
          largest = distance.isNaN ? .infinity : max(largest, distance)
        }
      }
    }
    return largest
  }
}
