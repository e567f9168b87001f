import Kernels
import Language
import Provenance
import Rendering

extension Verb {
  static let compare = Verb(
    "compare", .seeing,
    "runs a value's conv or pool by every algorithm: times, memory, differences",
    operands: [OperandSignature("y", .value, role: "x", summary: "a value that one of them made")],
    .command { arguments in
      let session = arguments.session
      let node = try arguments.node(0)
      let comparison = try AlgorithmComparison(node)
      let threads = Workers.threadCount
      let peak = Peak.measure(comparison.elementType, threads: threads)
      let runs = try comparison.run()
      let title = session.nodeNames.definition(of: node)
      session.present(recordedAs: "...") { context in
        ComparisonText.text(
          of: runs, title: "\(title)  (\(comparison.elementType))", peak: peak, threads: threads,
          context)
      }
    })
}
