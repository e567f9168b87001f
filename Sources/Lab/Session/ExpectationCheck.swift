import Language
import Provenance
import Rendering
import Tensors

/// Whether what `expect` compares holds.
struct ExpectationCheck {
  let evaluator: Evaluator
  let analyser: Analyser

  /// - Throws: a `Diagnostic` that names the first index that differs.
  func check(_ expectation: Expectation) throws {
    let left = try evaluator.node(analyser.code(expectation.left))
    let right = try evaluator.node(analyser.code(expectation.right))
    let site = Site(
      span: expectation.comparatorSpan,
      roles: [("left", expectation.left.span), ("right", expectation.right.span)])
    let tolerance = try expectation.tolerance.map { code in
      try located(site) { try evaluator.node(analyser.code(code)).value.tensor().number }
    }
    try located(site) {
      let comparison = Comparison(expectation.comparator, tolerance: tolerance)
      guard let failure = try comparison.failure(left.value, right.value) else { return }
      throw failure
    }
  }
}
