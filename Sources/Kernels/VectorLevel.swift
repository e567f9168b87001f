internal import CSystem

/// What this target was compiled for: constants, so that the branches not taken vanish.
enum VectorLevel {
  /// 3 for AVX-512, 2 for AVX2 with FMA, 1 for NEON, 0 for anything else.
  @inline(__always) static var current: Int { Int(PATCHWORK_VECTOR_LEVEL) }

  /// Whether multiply-and-add is one instruction; without it `addProduct` would be a call.
  @inline(__always) static var hasFusedMultiplyAdd: Bool { current > 0 }
}
