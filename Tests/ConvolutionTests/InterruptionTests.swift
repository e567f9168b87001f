import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// Results of one channel and one output row, so that the thread that asks does the work.
@Suite struct InterruptionTests {
  private func interrupted<Failure: Error & Equatable>(
    as failure: Failure, _ body: () throws -> Void
  ) {
    #expect(throws: failure) {
      try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 0)) { try body() }
    }
  }

  @Test("a convolution stops", arguments: ConvolutionAlgorithm.general)
  func convolution(_ algorithm: ConvolutionAlgorithm) throws {
    let (x, k) = try (sixteenths([2, 5]), sixteenths([2, 2]))
    interrupted(as: ConvolutionError.tensor(.interrupted)) {
      _ = try Convolution.forward(x, k, options: ConvolutionOptions(algorithm: algorithm))
    }
  }

  @Test("a transposed convolution stops", arguments: TransposedAlgorithm.allCases)
  func transposed(_ algorithm: TransposedAlgorithm) throws {
    let (x, k) = try (sixteenths([1, 5]), sixteenths([1, 2]))
    interrupted(as: ConvolutionError.tensor(.interrupted)) {
      _ = try TransposedConvolution.forward(
        x, k, options: TransposedConvolutionOptions(algorithm: algorithm))
    }
  }

  @Test("a pool stops", arguments: PoolKind.allCases)
  func pool(_ kind: PoolKind) throws {
    let x = try sixteenths([2, 4])
    interrupted(as: ConvolutionError.tensor(.interrupted)) {
      _ = try Pooling.forward(x, kernel: Extent(2), options: PoolOptions(kind: kind))
    }
  }

  @Test("im2col and col2im stop", arguments: PatchOrder.allCases)
  func patches(_ order: PatchOrder) throws {
    let x = try sixteenths([2, 5])
    let window = try SlidingWindow(input: Extent(rows: 2, columns: 5), kernel: Extent(2))
    let lazy = try PatchMatrix(x, window: window, order: order)
    let matrix = try lazy.materialized()
    interrupted(as: TensorError.interrupted) { _ = try lazy.materialized() }
    interrupted(as: WindowError.tensor(.interrupted)) {
      _ = try Col2im.sum(matrix, image: x.shape, window: window, order: order)
    }
  }
}
