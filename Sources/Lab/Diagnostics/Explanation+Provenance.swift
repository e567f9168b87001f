import Provenance
import Rendering
import Tensors

extension Explanation {
  /// The words for an error about a value's past or its gradients.
  init(_ error: ProvenanceError) {
    switch error {
    case .leaf(let shape):
      self.init(
        "this value is a leaf: it was not computed from others",
        notes: [("x", "\(shape)"), ("y", "\(shape)")],
        help: "a literal, a file and random numbers are leaves; so is a value after `x[0] = 5`")
    case .notDifferentiable(let verb): self.init("`\(verb)` has no derivative")
    case .upstream(let shape, let expected):
      self.init(
        "the upstream gradient has the shape \(shape), the value \(expected)", role: "upstream",
        note: "\(shape)")
    case .independent: self.init("the value does not depend on this", role: "x")
    case .cell(let cell, let shape):
      self.init("\(cell) is not a cell of a value of shape \(shape)", role: "cell")
    case .claim(let shape, let expected):
      self.init("a gradient of what is \(expected) cannot be \(shape)")
    case .noMutants(let verb):
      self.init("there are no mutants of `\(verb)`", role: "y", help: "`conv` and `pool` have some")
    case .tooManyProducts(let count):
      self.init(
        "\(Quantity.count(count)) products are too many for the slow loops that mutants spoil",
        role: "y", help: "`judge` finds a test of a few pixels that catches more")
    case .tooLong(let seconds, let cells):
      self.init(
        "checking \(Quantity.count(cells)) cells would take about "
          + Quantity.duration(seconds: seconds), role: "y",
        help: "`fast=true` checks along a random direction; `all=true` checks them all the same")
    }
  }

  /// A value whose past is all literals.
  static let nothingToDifferentiateBy = Explanation(
    "there is nothing to differentiate by: all that y came from was written down", role: "y",
    help: "bind what the gradient is asked of to a name first: `x = [1 2 3]`")

  /// The words for a value that cannot be stepped through.
  init(_ error: StepError) {
    switch error {
    case .leaf(let shape): self.init(ProvenanceError.leaf(shape))
    case .noCells(let shape):
      self.init("a value of shape \(shape) has no cells to step through", role: "x")
    case .choice(let option, let chosen, let count):
      self.init(
        count == 1
          ? "\(option)=\(chosen) chooses among several, and there is one"
          : "\(option)=\(chosen) is out of range: they go from 0 to \(count - 1)", role: option)
    case .position(let row, let column, let rows, let columns):
      self.init(
        "there is no position \(row),\(column): rows go from 0 to \(rows - 1), columns from 0 to "
          + "\(columns - 1)", role: "at")
    }
  }
}
