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
    var left = try evaluator.node(analyser.code(expectation.left))
    var right = try evaluator.node(analyser.code(expectation.right))
    let site = Site(
      expectation.comparatorSpan,
      [
        Site.Part("left", at: expectation.left.span),
        Site.Part("right", at: expectation.right.span),
      ])
    let tolerance = try expectation.tolerance.map(tolerance)
    try located(site) {
      (left, right) = try (left.meeting(right), right.meeting(left))
      let comparison = Comparison(expectation.comparator, tolerance: tolerance)
      guard let failure = try comparison.failure(left.value, right.value) else { return }
      throw failure
    }
  }

  private func tolerance(_ expression: Expression) throws -> Double {
    try located(Site(expression.span)) {
      let number = try evaluator.node(analyser.code(expression)).value.tensor().number
      guard number >= 0 else {
        throw Explanation("a tolerance is 0 or more, not \(number.spelled)")
      }
      return number
    }
  }
}
