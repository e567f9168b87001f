import Kernels
import Tensors

/// The largest of |a − b| / (1 + |b|) over all cells; infinite if shapes or NaNs differ.
func disagreement(_ a: Tensor, _ b: Tensor) -> Double {
  guard a.shape == b.shape else { return .infinity }
  return zip(a.array, b.array).reduce(0) { worst, pair in
    if pair.0 == pair.1 || (pair.0.isNaN && pair.1.isNaN) { return worst }
    let error = abs(pair.0 - pair.1) / (1 + abs(pair.1))
    return error.isNaN ? .infinity : max(worst, error)
  }
}

/// The sum of the products of cells at the same index.
func dot(_ a: Tensor, _ b: Tensor) -> Double {
  zip(a.array, b.array).reduce(0) { $0 + $1.0 * $1.1 }
}

/// Multiples of 1/16 between -4 and 4, the same for the same seed: exact in both types.
func sixteenths(_ lengths: [Int], seed: UInt64 = 1) throws -> Tensor {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  return try Tensor(Shape(lengths), .f64) {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int(state >> 57) - 64) / 16
  }
}
