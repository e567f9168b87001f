import Tensors

/// What is measured: a call with its operands at hand.
struct BenchCall {
  /// How it is computed.
  let algorithm: String
  /// Multiply-adds, those on padding included.
  let macs: Int
  /// Bytes of the kernel, which a call may hold once more in another order.
  let kernelByteCount: Int
  /// Runs it.
  let run: () throws -> [Tensor]
}
