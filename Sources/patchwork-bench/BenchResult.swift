import Kernels

/// What was measured of one case, type and algorithm.
struct BenchResult {
  let name: String
  let type: ElementType
  let pass: BenchPass
  let algorithm: String
  let threads: Int
  /// The median time of a call.
  let seconds: Double
  /// Multiply-adds, those on padding included.
  let macs: Int
  /// Operations a second that this run found the machine to do at most.
  let peak: Double
  /// Memory beyond input, kernel (a copy of it in another order too) and output.
  let extraBytes: Int
  /// The largest distance from the result in f64.
  let error: Double

  private var operationsASecond: Double { 2 * Double(macs) / seconds }

  /// One line, as the comparison reads it.
  var json: String {
    """
    {"name":"\(name)","dtype":"\(type)","pass":"\(pass)","algorithm":"\(algorithm)",\
    "threads":\(threads),"seconds":\(seconds.rounded(toDigits: 4)),\
    "gflops":\((operationsASecond / 1e9).rounded(toDigits: 4)),\
    "peak":\((operationsASecond / peak).rounded(toDigits: 3)),"extra_bytes":\(extraBytes),\
    "error":\(error.isFinite ? "\(error.rounded(toDigits: 2))" : "null")}
    """
  }

  /// The table's first line.
  static let heading =
    "case        type  algorithm         threads          time   GFLOP/s   of peak  extra KiB     error"

  /// One line of the table.
  var row: String {
    let cells = [
      name.padded(to: -12), "\(type)".padded(to: -6), algorithm.padded(to: -16),
      "\(threads)".padded(to: 9), (seconds * 1e6).fixed(1).padded(to: 11), " µs",
      (operationsASecond / 1e9).fixed(1).padded(to: 10),
      (operationsASecond / peak * 100).fixed(1).padded(to: 8), " %",
      "\(extraBytes / 1024)".padded(to: 11), "\(error.rounded(toDigits: 2))".padded(to: 10),
    ]
    return cells.joined()
  }
}
