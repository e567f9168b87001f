import Provenance
import Rendering
import Tensors

extension Explanation {
  /// What is wrong with a leaf's gradient.
  ///
  /// - Parameters:
  ///   - title: what the leaf is called.
  ///   - role: who is to blame: the option that claimed the gradient, or the value.
  ///   - digits: significant digits of the numbers.
  init(wrong leaf: LeafReport, title: String, role: String, digits: Int) {
    func number(_ value: Double) -> String { NumberFormat.text(of: value, digits: digits) }
    let subject = "the gradient for `\(title)` is wrong"
    if let cell = leaf.worstWrong {
      let place = cell.cell.rank == 0 ? "" : " at \(cell.cell)"
      let others = leaf.wrongCount - 1
      let more = others > 0 ? ", and \(Quantity.count(others)) more" : ""
      self.init(
        "\(subject)\(place): \(number(cell.gradient)), where differences give "
          + "\(number(cell.numeric))\(more)", role: role)
      return
    }
    let isRandom = leaf.projection?.holds == false
    let projection = isRandom ? leaf.projection : leaf.projectionAlongOnes
    self.init(
      "\(subject): along \(isRandom ? "a random direction" : "all ones") it gives "
        + "\(number(projection?.gradient ?? 0)), where differences give "
        + number(projection?.numeric ?? 0), role: role)
  }
}
