import Language
import Provenance
import Rendering
import Tensors

/// Whether what `expect` compares holds.
struct ExpectationCheck {
  private let evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  /// - Throws: a `Diagnostic` that names the first index that differs.
  func check(_ expectation: ExpectationCode) throws {
    var left = try evaluator.node(expectation.left)
    var right = try evaluator.node(expectation.right)
    let tolerance = try expectation.tolerance.map { try number($0.code, $0.span) }
    try located(expectation.site) {
      (left, right) = try (left.meeting(right), right.meeting(left))
      let comparison = Comparison(expectation.comparator, tolerance: tolerance)
      guard let failure = try comparison.failure(left.value, right.value) else { return }
      throw failure
    }
  }

  private func number(_ code: Code, _ span: SourceSpan) throws -> Double {
    try located(Site(span)) {
      let number = try evaluator.node(code).value.tensor().number
      guard number >= 0 else {
        throw Explanation("a tolerance is 0 or more, not \(number.spelled)")
      }
      return number
    }
  }
}
