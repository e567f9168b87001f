internal import CSystem

/// What the program was compiled for, and what the machine has.
///
/// The check itself runs in C before anything else: see `processor.c`.
public enum Processor {
  /// The features that this build relies on, one bit each.
  public static var requiredFeatures: UInt64 { patchwork_compiled_features() }

  /// The features that this machine has, one bit each.
  public static var availableFeatures: UInt64 { patchwork_available_features() }

  /// The name of the vector instructions this build uses: `AVX-512`, `AVX2`, `NEON` or `none`.
  public static var vectorInstructions: String {
    switch VectorLevel.current {
    case 3: "AVX-512"
    case 2: "AVX2"
    case 1: "NEON"
    default: "none"
    }
  }

  /// What is said at start when features are missing: one line, or nil if none is.
  public static func complaint(required: UInt64, available: UInt64) -> String? {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { text in
      let count = patchwork_processor_complaint(required, available, text.baseAddress, text.count)
      return String(decoding: text.prefix(count).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return text.isEmpty ? nil : text
  }
}

/// Tells the check at start what this room is compiled for.
@c(patchwork_required_features)
func requiredFeaturesForCheck() -> UInt64 { patchwork_compiled_features() }
