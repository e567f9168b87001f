import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct GradientErrorTests {
  @Test("an upstream gradient of another shape names the shape that is due")
  func upstream() throws {
    let (x, k, u) = try (
      sixteenths([2, 3, 5, 5]), sixteenths([4, 3, 2, 2]), sixteenths([2, 4, 5, 5])
    )
    let error = try ConvolutionError.upstreamShape(u.shape, expected: Shape([2, 4, 4, 4]))
    #expect(error.role == .upstream)
    #expect(throws: error) {
      try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape)
    }
    #expect(throws: error) {
      try Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape)
    }
    #expect(throws: error) {
      try Convolution.biasGradient(upstream: u, input: x.shape, kernel: k.shape)
    }
  }

  @Test("so does that of a transposed convolution")
  func transposed() throws {
    let (x, k, u) = try (sixteenths([3, 4, 4]), sixteenths([3, 2, 2, 2]), sixteenths([2, 4, 4]))
    let error = try ConvolutionError.upstreamShape(u.shape, expected: Shape([2, 5, 5]))
    #expect(throws: error) {
      try TransposedConvolution.inputGradient(upstream: u, kernel: k, input: x.shape)
    }
    #expect(throws: error) {
      try TransposedConvolution.kernelGradient(upstream: u, input: x, kernel: k.shape)
    }
    #expect(throws: error) {
      try TransposedConvolution.biasGradient(upstream: u, input: x.shape, kernel: k.shape)
    }
  }

  @Test("and that of a pool", arguments: PoolKind.allCases)
  func pool(_ kind: PoolKind) throws {
    let (x, u) = try (sixteenths([4, 4]), sixteenths([1, 2, 2]))
    #expect(throws: try ConvolutionError.upstreamShape(u.shape, expected: Shape([2, 2]))) {
      try Pooling.inputGradient(
        upstream: u, input: x, kernel: Extent(2), options: PoolOptions(kind: kind))
    }
  }

  @Test("shapes are checked as by the convolution itself")
  func operands() throws {
    let u = try sixteenths([2, 2])
    #expect(throws: ConvolutionError.inputRank(try Shape([3]))) {
      try Convolution.inputGradient(upstream: u, kernel: u, input: Shape([3]))
    }
    #expect(throws: ConvolutionError.kernelRank(try Shape([3]))) {
      try Convolution.kernelGradient(upstream: u, input: u, kernel: Shape([3]))
    }
    #expect(throws: ConvolutionError.biasShape(try Shape([2]), outputChannels: 1)) {
      try Convolution.biasGradient(
        upstream: u, input: Shape([3, 3]), kernel: Shape([2, 2]), bias: Shape([2]))
    }
  }

  @Test("a gradient past the memory budget is refused before anything is computed")
  func budget() throws {
    let (k, x) = try (Tensor(Shape([1, 1]), .f64), Tensor(Shape([16, 16]), .f64))
    let error = try ConvolutionError.tensor(
      .overBudget(x.shape, .f64, bytes: 2048, limit: 1024))
    MemoryBudget.$taskLimit.withValue(1024) {
      #expect(throws: error) {
        try Convolution.inputGradient(upstream: x, kernel: k, input: x.shape)
      }
      #expect(throws: error) {
        try Pooling.inputGradient(upstream: x, input: x, kernel: Extent(1))
      }
    }
  }

  private func interrupted(_ body: () throws -> Void) {
    #expect(throws: ConvolutionError.tensor(.interrupted)) {
      try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 0)) { try body() }
    }
  }

  @Test("an input gradient stops", arguments: InputGradientRoute.general)
  func inputStops(_ route: InputGradientRoute) throws {
    let (u, k) = try (sixteenths([1, 4]), sixteenths([2, 2]))
    interrupted {
      _ = try Convolution.inputGradient(
        upstream: u, kernel: k, input: Shape([2, 5]), route: route)
    }
  }

  @Test("a kernel gradient stops", arguments: ConvolutionAlgorithm.general)
  func kernelStops(_ algorithm: ConvolutionAlgorithm) throws {
    let (u, x) = try (sixteenths([1, 4]), sixteenths([2, 5]))
    interrupted {
      _ = try Convolution.kernelGradient(
        upstream: u, input: x, kernel: Shape([2, 2]),
        options: ConvolutionOptions(algorithm: algorithm))
    }
  }

  @Test("a pool's gradient stops", arguments: PoolKind.allCases)
  func poolStops(_ kind: PoolKind) throws {
    let (u, x) = try (sixteenths([1, 2]), sixteenths([2, 4]))
    interrupted {
      _ = try Pooling.inputGradient(
        upstream: u, input: x, kernel: Extent(2), options: PoolOptions(kind: kind))
    }
  }
}
